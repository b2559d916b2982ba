using System.Globalization;
using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Tests.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Figures;

public class Adding_up
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Gives_the_same_in_every_order_and_grouping(int seed)
    {
        var chance = new Random(seed);
        var parts = Enumerable.Range(0, 200).Select(unit => Brought(chance, unit)).ToArray();
        var expected = parts.Sum(part => ((Figure.Sum)part["sum"]).Reported);

        var inOrder = FigureTable.Combine(parts);
        chance.Shuffle(parts);
        var shuffledInGroups = FigureTable.Combine(parts.Chunk(chance.Next(1, 50)).Select(group => FigureTable.Combine(group)).Reverse());

        shuffledInGroups.ShouldBe(inOrder);
        ((Figure.Sum)inOrder["sum"]).Reported.ShouldBe(expected);
    }

    [Theory]
    [InlineData("mean", "0.0049", "0.0049")]
    [InlineData("mean", "0.0050", "0.005")]
    [InlineData("min", "0.0049", "0.0049")]
    public void Keeps_the_precision_of_the_field(string aggregation, string answer, string figure)
    {
        var form = A_form_file.Read(parts => parts.Ask("""{ "kind": "decimal", "scale": 4 }""", aggregation));

        var brought = FigureTable.Of(form, UnitCode.Of("U1"), Says("so_may", answer));

        FigureNumber.Of(FigureTable.Combine([brought, brought])["so_may"]).ShouldBe(decimal.Parse(figure, CultureInfo.InvariantCulture));
        JsonSerializer.Serialize(brought["so_may"], DomainJson.Options).ShouldContain($":{figure}");
    }

    [Fact]
    public void Keeps_of_a_quotient_what_the_units_own_figure_keeps()
    {
        var form = A_form_file.Read(parts =>
        {
            parts.Ask("""{ "kind": "decimal", "scale": 6 }""", "ratio").With("ratio");
            (parts.Field["numerator"], parts.Field["denominator"]) = ("so_nguoi", "so_phong");
        });

        FigureNumber.Of(FigureTable.Of(form, UnitCode.Of("U1"), Says("so_nguoi", "1", "so_phong", "3000"))["so_may"]).ShouldBe(0.000333m);
    }

    [Fact]
    public void Writes_one_value_in_one_way()
    {
        var sum = Figure.Combine(new Figure.Sum(0.000001m, 0, 1), new Figure.Sum(999_999_999_998.999999m, 0, 1));

        JsonSerializer.Serialize(sum, DomainJson.Options)
            .ShouldBe("""{"kind":"sum","reported":999999999999,"adjusted":0,"units":2,"total":999999999999}""");
    }

    private static ReportContent Says(params string[] said) => new(
        new Answers(said.Length == 2
            ? new Dictionary<string, Answer> { [said[0]] = Number(said[1]) }
            : new Dictionary<string, Answer> { [said[0]] = Number(said[1]), [said[2]] = Number(said[3]) }), []);

    private static Answer.Number Number(string text) => new(decimal.Parse(text, CultureInfo.InvariantCulture));

    private static Dictionary<string, Figure> Brought(Random chance, int unit)
    {
        var value = chance.Next(0, 50) + (chance.Next(0, 100) / 100m);
        var code = UnitCode.Of($"U{unit}");
        return new Dictionary<string, Figure>
        {
            ["sum"] = new Figure.Sum(value, chance.Next(-3, 3), 1),
            ["mean"] = new Figure.Mean(value, 1),
            ["least"] = new Figure.Least(value, code, 1),
            ["greatest"] = new Figure.Greatest(value, code, 1),
            ["tally"] = new Figure.Tally(new Dictionary<string, int> { [chance.Next(2) == 0 ? "yes" : "no"] = 1 }),
        };
    }
}
