using Rampart.Cel.Kubernetes;

namespace Rampart.Cel.Tests.Evaluation;

/// <summary>Answers of a real 1.37 API server, as the messages of policies showed them.</summary>
public sealed class ServerAnswerTests
{
    [Theory]
    [InlineData("'[' + '%.20e'.format([1.5]) + ']'", "[       1.500000×10⁰⁰]")]
    [InlineData("'%.3e'.format([123456789.0])", "1.234568×10⁰⁸")]
    [InlineData("'%f'.format([-0.0])", "0.000000")]
    [InlineData("string(-0.0)", "-0")]
    [InlineData("'%.1f'.format([0.25])", "0.2")]
    [InlineData("'%.0f'.format([2.5])", "2")]
    [InlineData("string(timestamp('0001-01-01T00:00:00Z').getFullYear('America/New_York'))", "0")]
    [InlineData("string(timestamp('9999-12-31T23:59:59Z').getFullYear('+01:00'))", "10000")]
    [InlineData("string('σ'.matches('(?i)ς'))", "true")]
    [InlineData("string('ſ'.matches('(?i)s'))", "true")]
    [InlineData("string('x'.matches('(?i)K'))", "false")]
    [InlineData("'αβγ abc'.find('\\\\p{Greek}+')", "αβγ")]
    [InlineData("string({'a': 1, 'a': 2}.a)", "2")]
    [InlineData("'%s'.format(['été'.findAll('\\\\b')])", "[\"\", \"\"]")]
    [InlineData("string(quantity('1.1').add(quantity('2.2')).asApproximateFloat())", "3.3000000000000003")]
    [InlineData("url('http://ex.org/ü/%2F').getEscapedPath()", "/%C3%BC//")]
    [InlineData("string(ip('::1.2.3.4'))", "::102:304")]
    [InlineData("'%s'.format([url('http://h/?a=1+2&b=%2B&=x&c').getQuery()])", "{\"\":[\"x\"], \"a\":[\"1 2\"], \"b\":[\"+\"], \"c\":[\"\"]}")]
    public void Answer_OfAServer_IsOurs(string expression, string answer) =>
        Assert.Equal(answer, CelProgram.Compile(KubernetesEnvironment.Admission(), expression).Program!.Evaluate(new CelBindings()).Value.ToString());
}
