using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports.Ways;

/// <summary>A district under a province under the sector, the province's heir, and the people of each, with an address for each unit.</summary>
internal static class Office
{
    public static readonly UnitCode District = UnitCode.Of("T84-CL");
    public static readonly UnitCode Province = UnitCode.Of("T84");
    public static readonly UnitCode Heir = UnitCode.Of("T86");
    public static readonly Recipient Leadership = new("Viện trưởng", "lanh-dao@vks.example");

    public static readonly Caller Reporter = Of(Role.UnitReporter, District);
    public static readonly Caller Head = Of(Role.UnitHead, District);
    public static readonly Caller Centre = Of(Role.Centre, UnitCode.Of("C2"));
    public static readonly Caller Leader = Of(Role.Leadership, UnitCode.Sector);

    /// <summary>All who could judge.</summary>
    public static readonly IReadOnlyList<Caller> Judges = [Of(Role.UnitReporter, Province), Of(Role.UnitReporter, Heir), Centre];

    public static readonly Roster Roster = new(
        [
            new Participant(District, "VKSND huyện Càng Long", UnitLevel.District, Province, Tier.District, [AddressOf(District)]),
            new Participant(Province, "VKSND tỉnh Trà Vinh", UnitLevel.Province, UnitCode.Sector, Tier.Province, [AddressOf(Province)]),
            new Participant(Heir, "VKSND tỉnh Vĩnh Long", UnitLevel.Province, UnitCode.Sector, Tier.Province, [AddressOf(Heir)]),
        ],
        [
            new RosterNode(Province, "VKSND tỉnh Trà Vinh", UnitLevel.Province, UnitCode.Sector, [AddressOf(Province)]),
            new RosterNode(UnitCode.Sector, "VKSND tối cao", UnitLevel.Sector, null, [AddressOf(UnitCode.Sector)]),
        ]);

    private static readonly Form Form = FormCatalogue.Shipped.Find(ACycle.Terms.Form)!;

    public static Situation Beginning()
    {
        var cycle = ACycle.Open(ACycle.Terms with { Recipients = [Leadership], HeadSignsOff = true });
        return new Situation(cycle, Obligation.Fix(cycle, Roster.Participants[0]), Clock: 0);
    }

    /// <summary>Of a cycle of the past.</summary>
    public static Situation Past()
    {
        var cycle = ACycle.Open(ACycle.Past with { Recipients = [Leadership] });
        return new Situation(cycle, Obligation.Fix(cycle, Roster.Participants[0]), Clock: 0);
    }

    public static string AddressOf(UnitCode unit) => $"{unit}@vks.example".ToLowerInvariant();

    /// <summary>To whom the mails go that follow from these events.</summary>
    public static IReadOnlySet<string> Told(Cycle cycle, IEnumerable<CycleEvent> events) =>
        events.SelectMany(happened => EventNotices.Of(happened, new Surroundings(
            cycle, Form, Roster, new Portal(() => null, Portal.UsualContact), []))).Select(mail => mail.To).ToHashSet();

    private static Caller Of(Role role, UnitCode unit) => new(PersonId.Of($"{role}-{unit}"), $"{role} {unit}", role, unit);
}
