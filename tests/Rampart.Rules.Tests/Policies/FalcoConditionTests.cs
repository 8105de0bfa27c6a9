using Rampart.Rules.Policies;

namespace Rampart.Rules.Tests.Policies;

public sealed class FalcoConditionTests
{
    public static TheoryData<string, string> Conditions => new()
    {
        { "", "" },
        { "evt.type = open", "evt.type = open" },
        { "evt.type=open and container", "evt.type = open; container" },
        { "not fd.name startswith /tmp/", "not fd.name startswith /tmp/" },
        { "not not container", "container" },
        { "not (container and not (evt.type in (open, \"a b\")))", "not container; evt.type in open \"a b\"" },
        { "(not container) and interactive", "not container; interactive" },
        { "proc.name exists and proc.pid >= 1", "proc.name exists; proc.pid >= 1" },
        { "tolower(proc.name) = 'Nginx'", "proc.name = \"Nginx\"" },
        { "proc.name = val(proc.pname) and container", "proc.name = val; container" },
        { "fd.name glob oneof ('/a/*', /b/*)", "fd.name glob \"/a/*\" /b/*" },
        { "a = \"unfinished", "a = \"unfinished\"" },
        { "a = \"sh -c \\\"/run/x\\\" wal-g\" and container", "a = \"sh -c \"/run/x\" wal-g\"; container" },
        { "a = 'it\\'s' or b", "a = \"it's\"; b" },
        { "a = \"C:\\\\x\\n\" or b", "a = \"C:\\x\n\"; b" },
        { "a = \"\" or b", "a = \"\"; b" },
        { "a = \"\\\" or b", "a = \"\" or b\"" },
        { "evt.type in (open", "evt.type in open" },
        { "= )( in", "in" },
        { "evt.type =", "evt.type =" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Read_Condition_GivesTheTerms(string condition, string expected)
    {
        string terms = string.Join("; ", FalcoCondition.Read(condition).Select(Describe));

        Assert.Equal(expected, terms);
    }

    [Fact]
    public void Read_AnyText_Ends()
    {
        const string Alphabet = "ab. =!<>()\"',not in and or val(tolower(\n\t*\\";
        Random random = new(42);
        for (int i = 0; i < 5000; i++)
        {
            char[] text = new char[random.Next(40)];
            for (int j = 0; j < text.Length; j++)
            {
                text[j] = Alphabet[random.Next(Alphabet.Length)];
            }

            Assert.True(FalcoCondition.Read(new string(text)).Count <= text.Length);
        }
    }

    private static string Describe(FalcoTerm term)
    {
        string values = string.Join(' ', term.Values.Select(value => value.IsQuoted ? $"\"{value.Text}\"" : value.Text));
        string text = term.IsMacro ? values : $"{term.Field} {term.Operator} {values}".TrimEnd();
        return term.IsNegated ? $"not {text}" : text;
    }
}
