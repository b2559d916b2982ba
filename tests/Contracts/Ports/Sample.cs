using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Application.Forms;
using VksServerless.Application.People;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Contracts.Ports;

/// <summary>Cycles, units and reports for tests.</summary>
internal static class Sample
{
    public static DateTimeOffset Now { get; } = new(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(7));

    public static Caller Centre { get; } = new(PersonId.Of("p-1"), "Nguyễn Thị Hà", Role.Centre, UnitCode.Sector);

    public static UnitCode Province { get; } = UnitCode.Of("T84");

    public static CycleId Id(int number = 1) => CycleId.From(PersonId.Of("p-1"), $"cycle {number}");

    public static Cycle Cycle(int number = 1) => VksServerless.Cycles.Cycle.Create(
        Id(number),
        new CycleTerms(
            $"Tổng kết 10 năm ứng dụng công nghệ thông tin, lần {number}",
            new Plan("221/KH-VKSTC", new DateOnly(2023, 12, 15)),
            new FormRef("ung-dung-cntt-10-nam", 1),
            new Period(new DateOnly(2025, 12, 1), new DateOnly(2026, 11, 30)),
            new Participants([UnitLevel.Province], [Unit(1)], []),
            new Deadlines(Now.AddDays(10), Now.AddDays(12), Now.AddDays(14)),
            null,
            Now.AddDays(20),
            CloseWhenAllAccepted: true,
            new ReminderStages([-7, -1, 0, 3], new TimeOnly(8, 0)),
            2,
            [new Recipient("Văn phòng", "vp@vks.example")]),
        Centre,
        Now);

    public static Cycle Open(int number = 1) => Cycle(number).Start(Centre, Now).Value.Open(Now);

    /// <summary>A unit of the province.</summary>
    public static UnitCode Unit(int number) => UnitCode.Of($"T84-{number:000}");

    /// <summary>The province, which reports to the sector, and units that report to it.</summary>
    public static Roster Roster(int units) => new(
        [
            new Participant(Province, "VKSND tỉnh Trà Vinh", UnitLevel.Province, UnitCode.Sector, Tier.Province, []),
            .. Enumerable.Range(1, units).Select(number =>
                new Participant(
                    Unit(number), $"VKSND huyện {number}", UnitLevel.District, Province, Tier.District, [$"h{number}@vks.example"])),
        ],
        [
            new RosterNode(Province, "VKSND tỉnh Trà Vinh", UnitLevel.Province, UnitCode.Sector),
            new RosterNode(UnitCode.Sector, "VKSND tối cao", UnitLevel.Sector, null),
        ]);

    public static IReadOnlyList<Obligation> Obligations(int units, int cycle = 1)
    {
        var open = Open(cycle);
        return [.. Roster(units).Participants.Select(participant => Obligation.Fix(open, participant))];
    }

    public static Contribution Contribution(UnitCode unit, decimal amount, int version = 1) =>
        new(
            unit, version, Sha256.Of(new string('a', 64)), new SortedDictionary<string,
            Figure>
            { ["so-may"] = new Figure.Sum(amount, 0, 1) });

    /// <summary>The obligation with one more revision: what a reminder leaves behind.</summary>
    public static ReportChange Reminded(Obligation obligation, int stage = 0)
    {
        var next = obligation.Remind(stage);
        return ReportChange.Of(
            obligation, next, Events(new ReminderDue(next.Cycle, next.Unit, next.Superior, next.Revision, next.DueAt, stage)));
    }

    public static ReportChange Submitted(Obligation obligation)
    {
        var (next, version) = obligation.Submit(Open(), Sha256.Of(new string('a', 64)), Centre, Now, signOff: false).Value;
        return new ReportChange(
            next, version, null, Events(new ReportSubmitted(next.Cycle, next.Unit, next.Superior, next.Revision, version)));
    }

    public static ReportChange Presented(Obligation obligation)
    {
        var (next, presentation) = obligation.Present(Open(), Sha256.Of(new string('b', 64)), Centre, Now, signOff: true).Value;
        return ReportChange.Of(
            obligation, next, new ReportPresented(next.Cycle, next.Unit, next.Superior, next.Revision, presentation, next.DueAt)) with
        {
            Presentation = presentation,
        };
    }

    public static ReportChange Signed(Obligation obligation)
    {
        var (next, version) = obligation.Sign(
            Open(), Sha256.Of(new string('b', 64)),
            new VksServerless.Reports.Signature(PersonId.Of("p-3"), "Phó Viện trưởng", "Viện trưởng"), Now).Value;
        return new ReportChange(
            next, version, null, Events(new ReportSubmitted(next.Cycle, next.Unit, next.Superior, next.Revision, version)));
    }

    public static ReportChange Accepted(Obligation obligation, decimal amount)
    {
        var next = obligation.Accept(Open(), obligation.Versions, Centre, Now).Value;
        return new ReportChange(
            next,
            null,
            Contribution(next.Unit, amount, next.Versions),
            Events(new ReportAccepted(next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions)));
    }

    public static ReportChange Returned(Obligation obligation)
    {
        var next = obligation.Return(Open(), obligation.Versions, "Thiếu biên bản", [FieldCode.Of("so-may")], Centre, Now).Value;
        return new ReportChange(
            next,
            null,
            null,
            Events(new ReportReturned(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.Versions, "Thiếu biên bản", [FieldCode.Of("so-may")])));
    }

    private static ReportingEvent[] Events(ObligationEvent happened)
    {
        var stamped = happened with { At = Now, By = Centre.Person };
        return [stamped, NodeChanged.After(stamped)];
    }
}
