using System.Globalization;
using System.Numerics;
using CsCheck;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

public sealed class QuantityTests
{
    private const string Suffixes = "; the suffixes are n u m k M G T P E and Ki Mi Gi Ti Pi Ei";

    // text, value in nanos, format, canonical text
    public static TheoryData<string, string, QuantityFormat, string> Texts => new()
    {
        { "0", "0", QuantityFormat.DecimalSI, "0" },
        { "0n", "0", QuantityFormat.DecimalSI, "0" },
        { "0Ki", "0", QuantityFormat.BinarySI, "0" },
        { "0e5", "0", QuantityFormat.DecimalExponent, "0" },
        { "-0", "0", QuantityFormat.DecimalSI, "0" },
        { "1", "1000000000", QuantityFormat.DecimalSI, "1" },
        { "+1", "1000000000", QuantityFormat.DecimalSI, "1" },
        { "007", "7000000000", QuantityFormat.DecimalSI, "7" },
        { "5n", "5", QuantityFormat.DecimalSI, "5n" },
        { "4u", "4000", QuantityFormat.DecimalSI, "4u" },
        { "3m", "3000000", QuantityFormat.DecimalSI, "3m" },
        { "500m", "500000000", QuantityFormat.DecimalSI, "500m" },
        { "1000m", "1000000000", QuantityFormat.DecimalSI, "1" },
        { "1.5", "1500000000", QuantityFormat.DecimalSI, "1500m" },
        { "1.500", "1500000000", QuantityFormat.DecimalSI, "1500m" },
        { "-1.5", "-1500000000", QuantityFormat.DecimalSI, "-1500m" },
        { "0.1m", "100000", QuantityFormat.DecimalSI, "100u" },
        { "1.", "1000000000", QuantityFormat.DecimalSI, "1" },
        { ".5", "500000000", QuantityFormat.DecimalSI, "500m" },
        { "1.G", "1000000000000000000", QuantityFormat.DecimalSI, "1G" },
        { "8k", "8000000000000", QuantityFormat.DecimalSI, "8k" },
        { "8000", "8000000000000", QuantityFormat.DecimalSI, "8k" },
        { "100.035k", "100035000000000", QuantityFormat.DecimalSI, "100035" },
        { "7M", "7000000000000000", QuantityFormat.DecimalSI, "7M" },
        { "5T", "5000000000000000000000", QuantityFormat.DecimalSI, "5T" },
        { "2P", "2000000000000000000000000", QuantityFormat.DecimalSI, "2P" },
        { "1E", "1000000000000000000000000000", QuantityFormat.DecimalSI, "1E" },
        { "12E", "12000000000000000000000000000", QuantityFormat.DecimalSI, "12E" },
        { "1000E", "1000000000000000000000000000000", QuantityFormat.DecimalSI, "1000E" },
        { "1Ki", "1024000000000", QuantityFormat.BinarySI, "1Ki" },
        { "1024Mi", "1073741824000000000", QuantityFormat.BinarySI, "1Gi" },
        { "1.5Gi", "1610612736000000000", QuantityFormat.BinarySI, "1536Mi" },
        { "-1.5Gi", "-1610612736000000000", QuantityFormat.BinarySI, "-1536Mi" },
        { "0.5Ki", "512000000000", QuantityFormat.BinarySI, "512" },
        { "0.05Gi", "53687091200000000", QuantityFormat.BinarySI, "53687091200m" },
        { "100.035Ki", "102435840000000", QuantityFormat.BinarySI, "102435840m" },
        { "3Ei", "3458764513820540928000000000", QuantityFormat.BinarySI, "3Ei" },
        { "9Ei", "9223372036854775807000000000", QuantityFormat.BinarySI, "9223372036854775807" },
        { "-9Ei", "-9223372036854775807000000000", QuantityFormat.BinarySI, "-9223372036854775807" },
        { "9223372036854775807Ki", "9223372036854775807000000000", QuantityFormat.BinarySI, "9223372036854775807" },
        { "0.000000000001Ki", "2", QuantityFormat.DecimalSI, "2n" },
        { "0.00000000000000000000000000001Ki", "1", QuantityFormat.DecimalSI, "1n" },
        { "1e3", "1000000000000", QuantityFormat.DecimalExponent, "1e3" },
        { "1E6", "1000000000000000", QuantityFormat.DecimalExponent, "1e6" },
        { "1.3E+6", "1300000000000000", QuantityFormat.DecimalExponent, "1300e3" },
        { "1e14", "100000000000000000000000", QuantityFormat.DecimalExponent, "100e12" },
        { "1E-3", "1000000", QuantityFormat.DecimalExponent, "1e-3" },
        { "0.5e0", "500000000", QuantityFormat.DecimalExponent, "500e-3" },
        { "1.7E18", "1700000000000000000000000000", QuantityFormat.DecimalExponent, "1700e15" },
        { "12e0005", "1200000000000000", QuantityFormat.DecimalExponent, "1200e3" },
        { "3.001n", "4", QuantityFormat.DecimalSI, "4n" },
        { "-3.001n", "-4", QuantityFormat.DecimalSI, "-4n" },
        { "0.0000000001", "1", QuantityFormat.DecimalSI, "1n" },
        { "0.00000012345", "124", QuantityFormat.DecimalSI, "124n" },
        { "1.1E-9", "2", QuantityFormat.DecimalExponent, "2e-9" },
        { "1e-1000", "1", QuantityFormat.DecimalExponent, "1e-9" },
        { "0.9999999999", "1000000000", QuantityFormat.DecimalSI, "1" },
        { "9223372036854775807", "9223372036854775807000000000", QuantityFormat.DecimalSI, "9223372036854775807" },
        { "9223372036854775808", "9223372036854775808000000000", QuantityFormat.DecimalSI, "9223372036854775808" },
        { "-9223372036854775808", "-9223372036854775808000000000", QuantityFormat.DecimalSI, "-9223372036854775808" },
        { "1234567890123456789.5", "1234567890123456789500000000", QuantityFormat.DecimalSI, "1234567890123456789500m" },
    };

    // text, error
    public static TheoryData<string?, string> Errors => new()
    {
        { null, "'' is not a quantity: it is empty" },
        { "", "'' is not a quantity: it is empty" },
        { " 1", "' 1' is not a quantity: it contains white space" },
        { "1 Gi", "'1 Gi' is not a quantity: it contains white space" },
        { "m", "'m' is not a quantity: it has no digits" },
        { ".", "'.' is not a quantity: it has no digits" },
        { "-", "'-' is not a quantity: it has no digits" },
        { "+-1", "'+-1' is not a quantity: it has no digits" },
        { "three", "'three' is not a quantity: it has no digits" },
        { "1.1.M", "'1.1.M' is not a quantity: it has two decimal points" },
        { "1+1.0M", "'1+1.0M' is not a quantity: '+1.0M' is not a suffix" + Suffixes },
        { "0.1mi", "'0.1mi' is not a quantity: 'mi' is not a suffix; did you mean 'Mi'?" },
        { "512MB", "'512MB' is not a quantity: 'MB' is not a suffix; did you mean 'M'?" },
        { "512MiB", "'512MiB' is not a quantity: 'MiB' is not a suffix; did you mean 'Mi'?" },
        { "1K", "'1K' is not a quantity: 'K' is not a suffix; did you mean 'k'?" },
        { "2cores", "'2cores' is not a quantity: 'cores' is not a suffix" + Suffixes },
        { "1i", "'1i' is not a quantity: 'i' is not a suffix" + Suffixes },
        { "1ni", "'1ni' is not a quantity: 'ni' is not a suffix" + Suffixes },
        { "1e", "'1e' is not a quantity: 'e' is not an exponent such as e3 or E-6" },
        { "-3.01e-", "'-3.01e-' is not a quantity: 'e-' is not an exponent such as e3 or E-6" },
        { "1e3.5", "'1e3.5' is not a quantity: 'e3.5' is not an exponent such as e3 or E-6" },
        { "1e400", "'1e400' is not a quantity: the exponent of 'e400' is not between -1000 and 308" },
        { "1e1001", "'1e1001' is not a quantity: the exponent of 'e1001' is not between -1000 and 308" },
        { "1e-4294967299", "'1e-4294967299' is not a quantity: the exponent of 'e-4294967299' is not between -1000 and 308" },
        {
            new string('9', 1025),
            $"'{new string('9', 100)}…' is not a quantity: it has 1025 characters, and 1024 are allowed"
        },
    };

    // left, operator, right, result as text
    public static TheoryData<string, char, string, string> Arithmetic => new()
    {
        { "500m", '+', "500m", "1" },
        { "0", '+', "1Gi", "1Gi" },
        { "1Gi", '+', "0", "1Gi" },
        { "1Gi", '+', "1", "1073741825" },
        { "1Gi", '+', "500m", "1073741824500m" },
        { "9223372036854775807", '+', "1", "9223372036854775808" },
        { "-9223372036854775808", '+', "-1", "-9223372036854775809" },
        { "8Ei", '+', "8Ei", "18446744073709551614" },
        { "1", '-', "1500m", "-500m" },
        { "0", '-', "1Gi", "-1Gi" },
        { "100m", '-', "100m", "0" },
        { "9223372036854775808", '-', "1", "9223372036854775807" },
        { "0", '-', "-9223372036854775808", "9223372036854775808" },
        { "250m", '*', "4", "1" },
        { "250m", '*', "-3", "-750m" },
        { "1Gi", '*', "1024", "1Ti" },
        { "4Ei", '*', "4", "16Ei" },
        { "1.5", '*', "9223372036854775807", "13835058055282163710500m" },
        { "3n", '*', "0", "0" },
    };

    // left, right, order
    public static TheoryData<string, string, int> Orders => new()
    {
        { "0", "0Ki", 0 },
        { "100m", "50m", 1 },
        { "0.1", "100m", 0 },
        { "10000T", "100Gi", 1 },
        { "1Gi", "1G", 1 },
        { "-1", "-999m", -1 },
        { "1e100", "9223372036854775807", 1 },
        { "-1e100", "-9223372036854775807", -1 },
        { "1e100", "1e100", 0 },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Parse_ValidText_KeepsValueAndFormat(string text, string nanos, QuantityFormat format, string canonical)
    {
        Quantity quantity = Quantity.Parse(text);

        Assert.Equal(BigInteger.Parse(nanos, CultureInfo.InvariantCulture), quantity.Nanos);
        Assert.Equal(format, quantity.Format);
        Assert.Equal(canonical, quantity.ToString());
    }

    [Theory, MemberData(nameof(Errors))]
    public void TryParse_InvalidText_SaysWhy(string? text, string expected)
    {
        Assert.False(Quantity.TryParse(text, out Quantity quantity, out string? error));
        Assert.False(Quantity.TryParse(text, out _));

        Assert.Equal(expected, error);
        Assert.Equal(Quantity.Zero, quantity);
    }

    [Fact]
    public void Parse_InvalidText_Throws()
    {
        FormatException exception = Assert.Throws<FormatException>(() => Quantity.Parse("1GB"));

        Assert.Equal("'1GB' is not a quantity: 'GB' is not a suffix; did you mean 'G'?", exception.Message);
    }

    [Theory, MemberData(nameof(Arithmetic))]
    public void Arithmetic_AnySize_IsExact(string left, char operation, string right, string expected)
    {
        Quantity result = operation switch
        {
            '+' => Quantity.Parse(left) + Quantity.Parse(right),
            '-' => Quantity.Parse(left) - Quantity.Parse(right),
            _ => Quantity.Parse(left) * long.Parse(right, CultureInfo.InvariantCulture),
        };

        Assert.Equal(expected, result.ToString());
    }

    [Theory, MemberData(nameof(Orders))]
    public void CompareTo_AnyFormat_OrdersByValue(string left, string right, int expected)
    {
        Quantity first = Quantity.Parse(left), second = Quantity.Parse(right);

        Assert.Equal(expected, first.CompareTo(second));
        Assert.Equal(-expected, second.CompareTo(first));
        Assert.Equal(expected == 0, first == second);
        Assert.Equal(expected != 0, first != second);
        Assert.Equal(expected < 0, first < second);
        Assert.Equal(expected > 0, first > second);
        Assert.Equal(expected <= 0, first <= second);
        Assert.Equal(expected >= 0, first >= second);
        Assert.Equal(expected > 0 ? first : second, Quantity.Max(second, first));
        Assert.Equal(expected < 0 ? first : second, Quantity.Min(second, first));
        Assert.True(expected != 0 || first.GetHashCode() == second.GetHashCode());
    }

    [Theory]
    [InlineData("-1", -1)]
    [InlineData("-1n", -1)]
    [InlineData("0", 0)]
    [InlineData("1n", 1)]
    [InlineData("1", 1)]
    [InlineData("-1e30", -1)]
    [InlineData("1e30", 1)]
    public void Sign_AnySize_IsThatOfTheValue(string text, int expected) => Assert.Equal(expected, Quantity.Parse(text).Sign);

    [Fact]
    public void WithFormat_OtherFormat_PrintsTheSameValue()
    {
        Assert.Equal("1073741824", Quantity.Parse("1Gi").WithFormat(QuantityFormat.DecimalSI).ToString());
        Assert.Equal("1Ki", Quantity.From(1024).WithFormat(QuantityFormat.BinarySI).ToString());
        Assert.Equal("5e3", Quantity.From(5000, QuantityFormat.DecimalExponent).ToString());
    }

    [Fact]
    public void Operators_NumbersOfDecimal_AgreeWithDecimal()
    {
        // Below 10^9 with nine decimals everything stays exact in a decimal.
        Gen<decimal> numbers = Gen.Long[-1_000_000_000_000_000_000, 1_000_000_000_000_000_000].Select(n => n / 1_000_000_000m);
        Gen.Select(numbers, numbers, Gen.Int[-1000, 1000]).Sample((left, right, factor) =>
        {
            Quantity first = Quantity.Parse(left.ToString(CultureInfo.InvariantCulture));
            Quantity second = Quantity.Parse(right.ToString(CultureInfo.InvariantCulture));

            return Value(first + second) == left + right
                && Value(first - second) == left - right
                && Value(first * factor) == left * factor
                && first.CompareTo(second) == left.CompareTo(right)
                && (first == second) == (left == right);
        });
    }

    [Fact]
    public void Parse_ItsOwnText_GivesTheSameValueAndText()
    {
        Gen<string> texts = Gen.Select(
            Gen.OneOf("", "-", "+"),
            Gen.String[Gen.Char['0', '9'], 1, 25],
            Gen.String[Gen.Char['0', '9'], 0, 15],
            Gen.OneOf("n", "u", "m", "", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e3", "E-7", "e40"),
            (sign, whole, fraction, suffix) => $"{sign}{whole}.{fraction}{suffix}");
        texts.Sample(text =>
        {
            Quantity quantity = Quantity.Parse(text);
            Quantity again = Quantity.Parse(quantity.ToString());

            return again == quantity && again.ToString() == quantity.ToString() && Canonical(quantity.ToString());
        });
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf([.. "0123456789.+-eEinumkKMGTP "])), 0, 30].Sample(text =>
            Quantity.TryParse(text, out _, out string? error) ? error is null : error!.EndsWith('.') is false);

    private static decimal Value(Quantity quantity) => (decimal)quantity.Nanos / 1_000_000_000m;

    // No fraction, no sign but a minus, no leading zero, no factor that the suffix could take.
    private static bool Canonical(string text)
    {
        string digits = text.TrimStart('-');
        int end = digits.AsSpan().IndexOfAnyExceptInRange('0', '9');
        string suffix = end < 0 ? "" : digits[end..];
        digits = end < 0 ? digits : digits[..end];
        bool largest = suffix.EndsWith('i') || suffix == "E" || digits == "0" || !digits.EndsWith("000", StringComparison.Ordinal);
        return !suffix.Contains('.') && (digits == "0" || digits[0] != '0') && largest;
    }
}
