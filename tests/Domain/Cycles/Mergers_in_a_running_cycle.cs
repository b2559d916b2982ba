using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Tests.Units;
using VksServerless.Totals;
using VksServerless.Units;
using FiguresByField = System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>;

namespace VksServerless.Tests.Cycles;

/// <summary>
/// Units merge, divide, move and change their names at any instant of two cycles, whatever has become of their reports by then.
/// </summary>
public class Mergers_in_a_running_cycle
{
    private const int Most = 14;

    [Fact]
    public void Leave_every_duty_with_those_who_have_what_the_unit_was() => Played((_, cycle) =>
    {
        var gone = cycle.Obligations.Select(report => report.Unit).Where(unit => cycle.Cycle.LeavingOf(unit) is not null).ToHashSet();
        foreach (var report in cycle.Obligations)
        {
            var reporters = cycle.Cycle.ReportersFor(report.Unit);
            (report.State is ReportState.Exempt).ShouldBe(gone.Contains(report.Unit));
            reporters.ShouldAllBe(unit => !gone.Contains(unit));

            // The sums over all who report, living and ended, contain it as often as there are heirs who share it, else once.
            cycle.Obligations.Count(other => !gone.Contains(other.Unit)
                && (other.Unit == report.Unit || cycle.Cycle.ReplacedBy(other.Unit).Contains(report.Unit))).ShouldBe(reporters.Count);
        }
    });

    [Fact]
    public void Count_every_accepted_figure_of_the_period_before_once() => Played((earlier, later) =>
    {
        var figures = Accepted(earlier);
        var restatement = later.Restatement(earlier);
        var restated = restatement.Of(figures, later.Roster);

        (Sum(restated.Own.Values) + Sum(restated.Together.Values)).ShouldBe(Sum(figures.Values));
        restated.Own.Keys.ShouldAllBe(unit => later.Cycle.LeavingOf(unit) == null);
        var counted = new List<UnitCode>();
        foreach (var report in later.Obligations.Where(report => report.State is not ReportState.Exempt))
        {
            var origins = restatement.PredecessorsOf(report.Unit, earlier.Roster.Participants.Select(unit => unit.Unit));

            // Who reported then and still reports has its own figure, and so nobody else has it.
            origins.Units.Contains(report.Unit).ShouldBe(figures.ContainsKey(report.Unit));
            if (origins.Exact)
            {
                counted.AddRange(origins.Units);
                Sum(origins.Units.Select(unit => figures[unit])).ShouldBe(Sum([restated.Own[report.Unit]]));
            }
        }

        counted.ShouldBeUnique();
    });

    [Fact]
    public void Leave_nobody_who_owes_or_waits_without_somebody_living() => Played((_, cycle) =>
    {
        foreach (var report in cycle.Obligations.Where(report => report.Owes || report.State is ReportState.Submitted))
        {
            cycle.HasLivingJudge(report).ShouldBeTrue($"nobody judges {report.Unit}");
            (!report.Owes || cycle.HasLivingReporter(report)).ShouldBeTrue($"nobody answers for {report.Unit}");
        }
    });

    [Fact]
    public void Leave_nobody_without_somebody_living_after_the_closing_either() => Law.Holds<int, byte[], byte[]>((seed, open, later) =>
    {
        var chance = new Random(seed);
        var cycle = new ARunningCycle(new AChangingDirectory(chance), chance, ACycle.Start).Run(open.Take(Most));
        var (before, joined) = (cycle.Obligations.Count, cycle.Joined.Count);
        var exempt = cycle.Obligations.Count(report => report.State is ReportState.Exempt);

        cycle.BroughtTo(chance.Next(3)).Run(later.Take(Most));

        (cycle.Obligations.Count, cycle.Joined.Count).ShouldBe((before, joined));
        cycle.Obligations.Count(report => report.State is ReportState.Exempt).ShouldBe(exempt);
        foreach (var report in cycle.Obligations.Where(report => report.Owes || report.State is ReportState.Submitted))
        {
            cycle.HasLivingJudge(report).ShouldBeTrue($"nobody judges {report.Unit}");
            (!report.Owes || cycle.HasLivingReporter(report)).ShouldBeTrue($"nobody answers for {report.Unit}");
        }
    });

    [Fact]
    public void Let_nobody_join_with_a_deadline_in_the_past() => Played((_, cycle) =>
    {
        foreach (var (joined, at) in cycle.Joined)
        {
            joined.DueAt.ShouldBeGreaterThan(at);
            joined.ClosesAt.ShouldBeGreaterThanOrEqualTo(joined.DueAt);
            cycle.Cycle.LastClosing.ShouldBeGreaterThanOrEqualTo(joined.ClosesAt);
        }
    });

    private static void Played(Action<ARunningCycle, ARunningCycle> law) => Law.Holds<int, byte[], byte[]>((seed, first, second) =>
    {
        var chance = new Random(seed);
        var units = new AChangingDirectory(chance);
        var earlier = new ARunningCycle(units, chance, ACycle.Start).Run(first.Take(Most)).Finished();
        law(earlier, new ARunningCycle(units, chance, ACycle.Start.AddDays(30)).Run(second.Take(Most)));
    });

    private static Dictionary<UnitCode, FiguresByField> Accepted(ARunningCycle cycle) => cycle.Obligations.Index()
        .Where(report => report.Item.IsAccepted)
        .ToDictionary(
            report => report.Item.Unit,
            FiguresByField (report) => new Dictionary<string, Figure> { ["moi"] = new Figure.Sum(1L << report.Index, 0, 1) });

    private static decimal Sum(IEnumerable<FiguresByField> figures) => figures.Sum(of => ((Figure.Sum)of["moi"]).Total);
}
