using VksServerless.Figures;
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
