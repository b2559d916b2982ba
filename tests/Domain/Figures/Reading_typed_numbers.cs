using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Tests.Figures;

public class Reading_typed_numbers
{
    private static readonly NumericBounds Whole = new(-1_000_000_000, 1_000_000_000, 0);
    private static readonly NumericBounds Decimal = new(-1_000_000_000, 1_000_000_000, 2);
    private static readonly NumericBounds Fine = new(0, 1_000_000_000, 4);

    [Theory]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("0", 0)]
    [InlineData("1250", 1250)]
    [InlineData("1.250", 1250)]
    [InlineData("1,250", 1250)]
    [InlineData("1.250.000", 1_250_000)]
    [InlineData("1,250,000", 1_250_000)]
    [InlineData("29\u00a0000", 29_000)]
    [InlineData("29\u202f000", 29_000)]
    [InlineData("29\u2009000", 29_000)]
    [InlineData("29 000", 29_000)]
    [InlineData("\u221212", -12)]
    [InlineData("-1.250", -1250)]
    [InlineData("\u200b7", 7)]
    [InlineData("１２", 12)]
    [InlineData("007", 7)]
    public void Whole_ones(string typed, int? number) => TypedNumber.Read(typed, Whole).Value.ShouldBe(number);

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("0,125", "0.125")]
    [InlineData("0.125", "0.125")]
    [InlineData("1.250,0", "1250")]
    public void Decimal_ones(string typed, string number) =>
        TypedNumber.Read(typed, Decimal).Value.ShouldBe(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1.250", "\"1.250\" là 1250 hay 1,25? Hãy ghi 1250 hoặc 1,25 cho rõ.")]
    [InlineData("1,250", "\"1,250\" là 1250 hay 1,25? Hãy ghi 1250 hoặc 1,25 cho rõ.")]
    public void What_could_be_two_numbers_is_asked_back(string typed, string message) =>
        TypedNumber.Read(typed, Decimal).Refusal!.Detail.ShouldBe(message);

    [Theory]
    [InlineData("abc")]
    [InlineData("12a")]
    [InlineData("1.2.3")]
    [InlineData("1,2,3")]
    [InlineData("1.23,4.5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("1e5")]
    [InlineData(".")]
    [InlineData("=1+1")]
    [InlineData("1234567890123456789012345678901234567890")]
    public void What_is_no_number_is_refused_at_its_field(string typed) => TypedNumber.Read(typed, Whole).Refused.ShouldBeTrue();

    [Fact]
    public void A_comma_with_decimals_in_a_whole_field_is_left_to_the_field_s_own_rule() =>
        TypedNumber.Read("12,5", Whole).Value.ShouldBe(12.5m);

    [Fact]
    public void What_a_field_shows_is_read_as_the_same_number()
    {
        foreach (var bounds in new[] { Whole, Decimal, Fine })
        {
            foreach (var number in new[] { 0m, 7m, 1250m, 1_250_000m, 999_999_999m, 1.5m, 1.25m, 1250.5m, 1000.01m, 1.255m, 1000.1255m })
            {
                var kept = decimal.Round(number, bounds.Scale);
                TypedNumber.Read(TypedNumber.Write(kept, bounds), bounds).Value.ShouldBe(kept, $"{number} at {bounds.Scale}");
            }
        }
    }
}
