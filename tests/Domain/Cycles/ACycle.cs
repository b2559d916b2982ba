using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

/// <summary>A cycle of the ten-year review in any phase: due at 17:00 on the tenth day, closing ten days later.</summary>
internal static class ACycle
{
    public static readonly DateTimeOffset Start = new(2018, 8, 1, 8, 0, 0, VietnamTime.Offset);
    public static readonly DateTimeOffset Due = new(2018, 8, 10, 17, 0, 0, VietnamTime.Offset);
    public static readonly DateTimeOffset Closes = Due.AddDays(10);
    public static readonly DateTimeOffset PastDue = new(2017, 12, 10, 16, 0, 0, VietnamTime.Offset);
    public static readonly Caller Centre = new(PersonId.Of("centre"), "Cục 2", Role.Centre, UnitCode.Of("C2"));
    public static readonly Caller Leader = new(PersonId.Of("leader"), "Lãnh đạo", Role.Leadership, UnitCode.Sector);

    public static CycleTerms Terms { get; } = new(
        "Tổng kết", new Plan("72/KH-VKSTC", new DateOnly(2018, 5, 15)), new FormRef("ung-dung-cntt-10-nam", 1),
        new Period(new DateOnly(2008, 1, 1), new DateOnly(2018, 5, 31)), Participants.Everyone, new Deadlines(Due, Due, Due), null,
        Closes, true, new ReminderStages([-7, -1, 0, 1, 3], new TimeOnly(8, 0)), 1, []);

    /// <summary>A cycle that was over when it was drafted here, under the document that it had ended with.</summary>
    public static CycleTerms Past { get; } = Terms with
    {
        Period = new Period(new DateOnly(2016, 12, 1), new DateOnly(2017, 11, 30)),
        Deadlines = new Deadlines(PastDue, PastDue, PastDue),
        ClosesAt = PastDue.AddDays(5),
        Imported = new ImportedReport(PublicationNumber.Of("72/BC-VKSTC"), new DateOnly(2018, 1, 15)),
    };

    public static Cycle Draft(CycleTerms? terms = null) =>
        Cycle.Create(CycleId.From(PersonId.Of("centre"), "key-1"), terms ?? Terms, Centre, Start);

    public static Cycle Open(CycleTerms? terms = null) => Draft(terms).Start(Centre, Start).Value.Open(Start);

    public static Sha256 DigestOf(string report) => Sha256.Over(System.Text.Encoding.UTF8.GetBytes(report));

    public static Cycle AwaitingApproval(string digest, CycleTerms? terms = null) =>
        Open(terms).Close("Hệ thống", Start).Value.AwaitApproval(DigestOf(digest), Start);

    public static Cycle Published(string digest) =>
        AwaitingApproval(digest).Approve(DigestOf(digest), Leader, Start).Value.Publish(PublicationNumber.InYear(1), Start);
}
