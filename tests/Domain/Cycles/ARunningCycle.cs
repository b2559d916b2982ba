using VksServerless.Access;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Units;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

/// <summary>A cycle that runs while its units change and report: one thing a day, due on the tenth.</summary>
internal sealed class ARunningCycle
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly Sha256 Content = ACycle.DigestOf("content");

    private readonly AChangingDirectory _units;
    private readonly Random _chance;
    private readonly SortedDictionary<UnitCode, Obligation> _obligations = [];

    public ARunningCycle(AChangingDirectory units, Random chance, DateTimeOffset opens)
    {
        (_units, _chance, Now) = (units, chance, opens);
        var due = opens.AddDays(10);
        var terms = ACycle.Terms with { Deadlines = new Deadlines(due, due, due), ClosesAt = opens.AddDays(25) };
        Cycle = Cycle.Create(CycleId.From(PersonId.Of("centre"), $"{opens:O}"), terms, ACycle.Centre, opens)
            .Start(ACycle.Centre, opens).Value.Open(opens);
        Roster = Roster.Fix(Participants.Everyone, units.Directory, VietnamTime.DayOf(opens));
        Add(Roster.Participants);
    }

    public Cycle Cycle { get; private set; }

    public Roster Roster { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>Who joined, with the instant of it.</summary>
    public List<(Obligation Joined, DateTimeOffset At)> Joined { get; } = [];

    public IReadOnlyCollection<Obligation> Obligations => _obligations.Values;

    private DateOnly Today => VietnamTime.DayOf(Now);

    public ARunningCycle Run(IEnumerable<byte> events)
    {
        foreach (var what in events)
        {
            Now = Now.AddDays(1);
            switch (what % 4)
            {
                case 0 or 1:
                    _units.Happens((byte)(what / 4), Today);
                    break;
                case 2:
                    TakeOver();
                    break;
                default:
                    Report();
                    break;
            }
        }

        TakeOver();
        return this;
    }

    /// <summary>Brought this far: closed, before the leadership, or published and being corrected.</summary>
    public ARunningCycle BroughtTo(int phase)
    {
        Cycle = Cycle.Close("Cục 2", Now).Value;
        Cycle = phase > 0 ? Cycle.AwaitApproval(Content, Now) : Cycle;
        Cycle = phase > 1
            ? Cycle.Approve(Content, ACycle.Leader, Now).Value.Publish(PublicationNumber.InYear(1), Now)
                .Correct("Sai số liệu.", ACycle.Centre, Now).Value
            : Cycle;
        return this;
    }

    /// <summary>All who still owe hand in, and everything is accepted.</summary>
    public ARunningCycle Finished()
    {
        foreach (var unit in _obligations.Keys.ToList())
        {
            Step(unit, 0);
            Step(unit, 3);
        }

        return this;
    }

    /// <summary>Whether anybody who lives today may judge the report: a unit's head, or the centre where it is the centre's.</summary>
    public bool HasLivingJudge(Obligation report) =>
        Cycle.JudgesOf(report.Unit, report.Superior) is { Count: > 0 } judges
            ? judges.Any(judge => Lives(judge) && Permission.JudgesReport(HeadOf(judge), report.Unit, report.Superior, Cycle))
            : Permission.JudgesReport(ACycle.Centre, report.Unit, report.Superior, Cycle);

    /// <summary>Whether anybody who lives today may answer for it.</summary>
    public bool HasLivingReporter(Obligation report) => Cycle.LivingFor(report.Unit)
        .Any(unit => Lives(unit) && Permission.WritesReport(HeadOf(unit), report.Unit, Cycle));

    public Restatement Restatement(ARunningCycle earlier) => new(_units.Directory, earlier.Cycle, Cycle, Roster);

    private bool Lives(UnitCode unit) => _units.Directory.Find(unit)!.LivesOn(Today);

    private static Caller HeadOf(UnitCode unit) => new(PersonId.Of($"head-{unit}"), "Viện trưởng", Role.UnitHead, unit);

    private void Report()
    {
        for (var step = 0; step < 6; step++)
        {
            Step(_obligations.Keys.ElementAt(_chance.Next(_obligations.Count)), _chance.Next(4));
        }
    }

    private void Step(UnitCode unit, int what)
    {
        var report = _obligations[unit];
        var next = what switch
        {
            0 => report.Submit(Cycle, Content, HeadOf(unit), Now, signOff: false).Map(done => done.Next),
            1 => report.Withdraw(Cycle, "", HeadOf(unit), maySign: true, Now),
            2 => report.Return(
                Cycle, report.Versions, "Thiếu số liệu.", [], ACycle.Centre, Now, Cycle.IsJoinable ? null : Now.AddDays(30)),
            _ => report.Accept(Cycle, report.Versions, ACycle.Centre, Now),
        };
        _obligations[unit] = next.Refused ? report : next.Value;
    }

    /// <summary>As <c>ChangeUnitsOfCycle</c> records it and <c>ApplyUnitChanges</c> does it.</summary>
    private void TakeOver()
    {
        var change = RosterChange.Of(
            Roster, Participants.Everyone, _units.Directory, VietnamTime.DayOf(Cycle.OpenedAt!.Value), Today,
            Owes, Cycle.Settled(Owes));
        var joining = change.Roster.Participants.Where(unit => change.Joined.Contains(unit.Unit)).ToList();
        var step = new UnitChange(Today, "Sắp xếp lại", "Cục 2", Now, "r", change.Ended, change.Joined)
        {
            Kept = change.Kept,
            Times = [.. joining.Select(unit => JoiningTime.Of(Cycle, unit, Replaced(change, unit.Unit), Now, Calendar).Value)],
        };
        Cycle = Cycle.ChangeUnits(step).Value;
        Roster = change.Roster;
        Add(joining);
        Joined.AddRange(joining.Select(unit => (_obligations[unit.Unit], Now)));
        foreach (var ended in change.Ended)
        {
            _obligations[ended.Unit] = _obligations[ended.Unit].Leave(step, "Kết thúc.");
        }

        Cycle = Cycle.UnitsChanged(Cycle.UnitChanges.Count);
    }

    private bool Owes(UnitCode unit) => Cycle.IsJoinable && _obligations.TryGetValue(unit, out var report) && report.Owes;

    private IReadOnlyList<(UnitCode, DateTimeOffset, DateTimeOffset)> Replaced(RosterChange change, UnitCode joining) =>
    [
        .. change.Ended.Where(ended => ended.Successors.Contains(joining)).Select(ended => _obligations[ended.Unit])
            .Select(report => (report.Unit, report.AskedBy, report.ClosesAt)),
    ];

    private void Add(IEnumerable<Participant> participants)
    {
        foreach (var participant in participants)
        {
            _obligations.Add(participant.Unit, Obligation.Fix(Cycle, participant));
        }
    }
}
