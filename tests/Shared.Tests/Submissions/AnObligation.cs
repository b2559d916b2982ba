using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Submissions;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Submissions;

/// <summary>The obligation of a department in <see cref="ACycle"/>.</summary>
internal static class AnObligation
{
    public static readonly string Sha256 = new('a', 64);

    public static Obligation Owed { get; } = Obligation.Fix(
        ACycle.Open(), new Participant(UnitCode.Of("VP"), "Văn phòng", UnitLevel.Department, UnitCode.Sector, Tier.Supreme, ["vp@example.vn"]));

    public static Caller Reporter { get; } = new("reporter", "Trần Thị Bình", Role.UnitReporter, Owed.Unit);

    public static Caller Head { get; } = new("head", "Lê Văn Cường", Role.UnitHead, Owed.Unit);

    public static Signature HeadSigns { get; } = new(Head.Person, Head.Name);

    public static Signature DelegateSigns { get; } = new("deputy", "Phạm Thị Dung", Head.Name);

    public static Obligation Submitted(DateTimeOffset at) => Submit(Owed, at);

    public static Obligation Submit(Obligation obligation, DateTimeOffset at) =>
        obligation.Submit(ACycle.Open(), Sha256, ACycle.Centre, at, signOff: false).Value.Next;

    public static Obligation Return(Obligation obligation, DateTimeOffset at) =>
        obligation.Return(ACycle.Open(), obligation.Versions, "Thiếu số liệu.", [], ACycle.Centre, at).Value;

    public static Extension Later(TimeSpan by) =>
        new([Owed.Unit], Owed.DueAt + by, Owed.ClosesAt + by, "Lũ lụt.", "Cục 2", ACycle.Start);
}
