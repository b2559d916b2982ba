using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

/// <summary>The obligation of a department in <see cref="ACycle"/>.</summary>
internal static class AnObligation
{
    public static readonly Sha256 Hash = Sha256.Of(new string('a', 64));

    public static Obligation Owed { get; } = Obligation.Fix(
        ACycle.Open(),
        new Participant(UnitCode.Of("VP"), "Văn phòng", UnitLevel.Department, UnitCode.Sector, Tier.Supreme, ["vp@example.vn"]));

    public static Caller Reporter { get; } = new(PersonId.Of("reporter"), "Trần Thị Bình", Role.UnitReporter, Owed.Unit);

    public static Caller Head { get; } = new(PersonId.Of("head"), "Lê Văn Cường", Role.UnitHead, Owed.Unit);

    public static Signature HeadSigns { get; } = new(Head.Person, Head.Name);

    public static Signature DelegateSigns { get; } = new(PersonId.Of("deputy"), "Phạm Thị Dung", Head.Name);

    public static Obligation Submitted(DateTimeOffset at) => Submit(Owed, at);

    public static Obligation Submit(Obligation obligation, DateTimeOffset at) =>
        obligation.Submit(ACycle.Open(), Hash, Reporter, at, signOff: false).Value.Next;

    public static Obligation Return(Obligation obligation, DateTimeOffset at, DateTimeOffset? answerBy = null) =>
        obligation.Return(ACycle.Open(), obligation.Versions, "Thiếu số liệu.", [], ACycle.Centre, at, answerBy).Value;

    public static Obligation Withdraw(Obligation obligation, DateTimeOffset at) =>
        obligation.Withdraw(ACycle.Open(), "", Reporter, maySign: false, at).Value;

    /// <param name="granted">Null: when the cycle opened.</param>
    public static Extension Later(TimeSpan by, DateTimeOffset? granted = null) =>
        new([Owed.Unit], Owed.DueAt + by, Owed.ClosesAt + by, "Lũ lụt.", "Cục 2", granted ?? ACycle.Start);
}
