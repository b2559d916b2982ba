using VksServerless.Figures;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Totals;

/// <summary>Random trees, and reports that bring figures of every kind and size, or nothing.</summary>
public class Rolling_up
{
    [Fact]
    public void Gives_every_node_what_adding_up_its_children_gives_it_in_whatever_order_the_units_come() => Law.Holds<int>(seed =>
    {
        var chance = new Random(seed);
        var tree = Tree(chance, chance.Next(1, 60));
        var brought = Brought(chance, tree);
        var expected = NodeByNode(tree, brought);

        chance.Shuffle(tree);
        var rolledUp = RollUp.Of(tree, brought);

        foreach (var (unit, _) in tree)
        {
            rolledUp[unit].ShouldBe(expected[unit], $"of {unit}, seed {seed}");
        }
    });

    [Theory]
    [InlineData(0, 9_000_000_000_000_000_000, "sums of longs that no long holds")]
    [InlineData(4, 900_000_000_000_000, "the same with a fraction")]
    [InlineData(0, 7_000, "what fits by far")]
    public void Is_exact_at_the_edge_of_what_a_column_holds(int scale, long largest, string why)
    {
        var units = Enumerable.Range(0, 1000).Select(unit => UnitCode.Of($"U{unit}")).ToList();
        var value = largest - new decimal(1, 0, 0, false, (byte)scale);
        var brought = units.ToDictionary(unit => unit, IReadOnlyDictionary<string, Figure> (_) => One(new Figure.Sum(value, -value, 1)));

        var rolledUp = RollUp.Of([.. units.Select(unit => (unit, unit == units[0] ? (UnitCode?)null : units[0]))], brought);

        rolledUp[units[0]]["f"].ShouldBe(new Figure.Sum(1000 * value, -1000 * value, 1000), why);
    }

    [Fact]
    public void Says_nothing_of_a_field_that_nobody_below_has_answered()
    {
        var (head, one, other) = (UnitCode.Of("A"), UnitCode.Of("B"), UnitCode.Of("C"));

        var rolledUp = RollUp.Of(
            [(head, null), (one, head), (other, head)],
            new Dictionary<UnitCode, IReadOnlyDictionary<string, Figure>> { [one] = One(new Figure.Sum(0, 0, 1)) });

        rolledUp[other].ShouldBeEmpty();
        rolledUp[head]["f"].ShouldBe(new Figure.Sum(0, 0, 1));
    }

    [Theory]
    [InlineData(new[] { -1, -1 }, "two heads")]
    [InlineData(new[] { 1, 0 }, "a ring and no head")]
    [InlineData(new[] { -1, 2, 1 }, "a ring beside the head")]
    [InlineData(new int[0], "nobody")]
    public void Wants_one_tree(int[] superiors, string why) => Should.Throw<ArgumentException>(() => TreeShape.Of(superiors), why);

    private static Dictionary<string, Figure> One(Figure figure) => new() { ["f"] = figure };

    private static (UnitCode Unit, UnitCode? Superior)[] Tree(Random chance, int units) =>
        [.. Enumerable.Range(0, units).Select(unit => (
            Code(unit), unit == 0 ? (UnitCode?)null : Code(chance.Next(chance.Next(unit), unit))))];

    private static Dictionary<UnitCode, IReadOnlyDictionary<string,
    Figure>> Brought(Random chance, (UnitCode Unit, UnitCode? Superior)[] tree)
    {
        // Up to sums beyond a long, and beyond what wholes of one scale hold.
        var size = new[] { 1m, 1_000_000m, 900_000_000_000_000_000m, 90_000_000_000_000_000_000m }[chance.Next(4)];
        return tree.Where(_ => chance.Next(4) > 0).ToDictionary(
            node => node.Unit,
            node => (IReadOnlyDictionary<string, Figure>)Kinds(chance, node.Unit, size).Where(_ => chance.Next(5) > 0).ToDictionary());
    }

    private static Dictionary<string, Figure> Kinds(Random chance, UnitCode unit, decimal size)
    {
        var value = decimal.Round(size * chance.Next(-1000, 1000) / 1000m, chance.Next(5));
        return new Dictionary<string, Figure>
        {
            ["sum"] = new Figure.Sum(value, chance.Next(3) == 0 ? chance.Next(-300, 300) / 100m : 0, 1),
            ["adjusted"] = chance.Next(2) == 0 ? new Figure.Sum(0, 2.5m, 0) : new Figure.Sum(7, 0, 1),
            ["mean"] = new Figure.Mean(value, 1),
            ["weighted"] = new Figure.WeightedMean(value, chance.Next(3), 1),
            ["ratio"] = new Figure.Ratio(value, chance.Next(3), 100, 1),
            ["least"] = new Figure.Least(value, unit, 1),
            ["greatest"] = new Figure.Greatest(value, unit, 1),
            ["tally"] = new Figure.Tally(new Dictionary<string, int> { [chance.Next(2) == 0 ? "yes" : "no"] = 1 }),
        };
    }

    private static Dictionary<UnitCode, IReadOnlyDictionary<string, Figure>> NodeByNode(
        (UnitCode Unit, UnitCode? Superior)[] tree, Dictionary<UnitCode, IReadOnlyDictionary<string, Figure>> brought)
    {
        var (whole, below) = (new Dictionary<UnitCode, IReadOnlyDictionary<string, Figure>>(), new Dictionary<UnitCode, NodeTotal>());
        foreach (var (unit, _) in tree.Reverse())
        {
            var children = tree.Where(node => node.Superior == unit).Select(node => ChildOf(node.Unit)).ToList();
            if (children.Count > 0)
            {
                below[unit] = NodeTotal.Of(unit, children);
            }

            whole[unit] = ChildOf(unit).Figures;
        }

        return whole;

        Child ChildOf(UnitCode unit) => new(
            unit, null, brought.TryGetValue(unit, out var figures)
                ? new Contribution(unit, 1, Sha256.Over(""u8), figures)
                : null, below.GetValueOrDefault(unit));
    }

    private static UnitCode Code(int unit) => UnitCode.Of($"U{unit}");
}
