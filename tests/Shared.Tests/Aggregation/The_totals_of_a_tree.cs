using VksServerless.Aggregation;
using VksServerless.Submissions;
using VksServerless.Tests.Submissions;
using VksServerless.Units;

namespace VksServerless.Tests.Aggregation;

/// <summary>Reports come and go at random places of a random tree, and the news of it arrives late, twice and in any order.</summary>
public class The_totals_of_a_tree
{
    private const string Field = "may_tinh";

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
        (total.Figures.TryGetValue(Field, out var figure) ? ((Figure.Sum)figure).Reported : 0m).ShouldBe(sector.Accepted.Values.Sum());
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
            return new ReportState.Accepted(1, AnObligation.Owed.DueAt, "Cục 2", AnObligation.Sha256);
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
            ? new Contribution(Code(unit), 1, AnObligation.Sha256, new Dictionary<string, Figure> { [Field] = new Figure.Sum(value, 0, 1) })
            : null;

        private static UnitCode Code(int unit) => UnitCode.Of($"U{unit}");
    }
}
