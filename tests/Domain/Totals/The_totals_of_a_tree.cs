using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Tests.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Totals;

/// <summary>Reports come and go at random places of a random tree, and the news of it arrives late, twice and in any order.</summary>
public class The_totals_of_a_tree
{
    [Fact]
    public void Equal_the_sum_of_what_is_accepted_once_all_the_news_has_arrived() => Law.Holds<int, byte[]>((seed, steps) =>
    {
        var sector = new Tree(new Random(seed));
        foreach (var step in steps)
        {
            sector.Take(step);
        }

        sector.HearEverything();

        var total = sector.Total;
        total.Completeness.Accepted.ShouldBe(sector.Accepted.Count);
        total.Completeness.Expected.ShouldBe(sector.Units);
        if (sector.Accepted.Count == 0)
        {
            total.Figures.ShouldBeEmpty();
            return;
        }

        var values = sector.Accepted.Values;
        total.Figures["sum"].ShouldBe(new Figure.Sum(values.Sum(), 0, values.Count));
        total.Figures["mean"].ShouldBe(new Figure.Mean(values.Sum(), values.Count));
        total.Figures["weighted"].ShouldBe(new Figure.WeightedMean(values.Sum(value => value * value), values.Sum(), values.Count));
        total.Figures["ratio"].ShouldBe(new Figure.Ratio(values.Sum(), 2 * values.Count, 100, values.Count));
        ((Figure.Least)total.Figures["min"]).Value.ShouldBe(values.Min());
        ((Figure.Greatest)total.Figures["max"]).Value.ShouldBe(values.Max());
        ((Figure.Tally)total.Figures["tally"])
            .Counts.ShouldBe(values.GroupBy(OptionOf).ToDictionary(option => option.Key, option => option.Count()), ignoreOrder: true);
        ((Figure.Rows)total.Figures["rows"]).ShouldBe(new Figure.Rows(
            values.GroupBy(OptionOf).ToDictionary(
                option => option.Key, option =>
                    new RowGroup(option.Count(), new Dictionary<string, decimal> { ["cot"] = option.Sum() })), values.Count));
    });

    [Fact]
    public void Never_come_back_to_an_earlier_stamp_so_that_news_of_every_state_is_news() => Law.Holds<int, byte[]>((seed, steps) =>
    {
        var sector = new Tree(new Random(seed));
        var stamps = new List<string> { sector.Total.Stamp };
        foreach (var step in steps)
        {
            sector.Take(step);
            sector.HearEverything();
            stamps.AddRange(stamps[^1] == sector.Total.Stamp ? [] : [sector.Total.Stamp]);
        }

        stamps.ShouldBeUnique();
    });

    private static string OptionOf(decimal value) => decimal.Truncate(value) % 2 == 0 ? "chan" : "le";

    private sealed class Tree
    {
        private readonly Random _chance;
        private readonly List<int> _superiors = [-1];
        private readonly Dictionary<int, Obligation> _obligations = [];
        private readonly Dictionary<int, NodeTotal> _totals = [];
        private readonly List<int> _news = [];

        public Tree(Random chance)
        {
            _chance = chance;
            foreach (var unit in Enumerable.Range(1, chance.Next(1, 25)))
            {
                _superiors.Add(chance.Next(0, unit));
                _obligations[unit] = AnObligation.Owed with { Unit = Code(unit) };
                _news.Add(_superiors[unit]);
            }

            HearEverything();
        }

        public Dictionary<int, decimal> Accepted { get; } = [];

        public int Units => _obligations.Count;

        public NodeTotal Total => _totals[0];

        /// <summary>A report is accepted or returned, or some piece of news is heard, or told once more.</summary>
        public void Take(byte step)
        {
            if (step % 4 == 3 && _news.Count > 0)
            {
                Hear(forget: step % 8 == 3);
                return;
            }

            var unit = 1 + (step % Units);
            var next = _obligations[unit];
            _obligations[unit] = next with { Revision = next.Revision + 1, FirstReceivedAt = next.DueAt, State = Judged(unit) };
            _news.Add(_superiors[unit]);
        }

        public void HearEverything()
        {
            while (_news.Count > 0)
            {
                Hear(forget: true);
            }
        }

        private ReportState Judged(int unit)
        {
            if (Accepted.Remove(unit))
            {
                return new ReportState.Returned(1, AnObligation.Owed.DueAt, "Cục 2", "Sai số liệu.", []);
            }

            Accepted[unit] = _chance.Next(-1000, 1000) / 100m;
            return new ReportState.Accepted(1, AnObligation.Owed.DueAt, "Cục 2", AnObligation.Hash);
        }

        private void Hear(bool forget)
        {
            var heard = _chance.Next(_news.Count);
            var node = _news[heard];
            if (forget)
            {
                _news.RemoveAt(heard);
            }

            var children = Enumerable.Range(1, _superiors.Count - 1).Where(unit => _superiors[unit] == node).Select(ChildOf).ToArray();
            _chance.Shuffle(children);
            var total = NodeTotal.Of(Code(node), children);
            if (!total.SameAs(_totals.GetValueOrDefault(node)))
            {
                _totals[node] = total;
                _news.AddRange(node == 0 ? [] : [_superiors[node]]);
            }
        }

        private Child ChildOf(int unit) => new(Code(unit), _obligations[unit], ContributionOf(unit), _totals.GetValueOrDefault(unit));

        private Contribution? ContributionOf(int unit) => Accepted.TryGetValue(unit, out var value)
            ? new Contribution(Code(unit), 1, AnObligation.Hash, FiguresOf(unit, value))
            : null;

        private static Dictionary<string, Figure> FiguresOf(int unit, decimal value) => new()
        {
            ["sum"] = new Figure.Sum(value, 0, 1),
            ["mean"] = new Figure.Mean(value, 1),
            ["weighted"] = new Figure.WeightedMean(value * value, value, 1),
            ["ratio"] = new Figure.Ratio(value, 2, 100, 1),
            ["min"] = new Figure.Least(value, Code(unit), 1),
            ["max"] = new Figure.Greatest(value, Code(unit), 1),
            ["tally"] = new Figure.Tally(new Dictionary<string, int> { [OptionOf(value)] = 1 }),
            ["rows"] = new Figure.Rows(
                new Dictionary<string, RowGroup> { [OptionOf(value)] = new(1, new Dictionary<string, decimal> { ["cot"] = value }) }, 1),
        };

        private static UnitCode Code(int unit) => UnitCode.Of($"U{unit}");
    }
}
