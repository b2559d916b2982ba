using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Server.Access;

/// <param name="Role">E.g. unit-reporter; as it stands in the token where it is a software's.</param>
/// <param name="Name">Plainly a sample's.</param>
public sealed record SamplePerson(string Id, string Name, string Role, UnitCode Unit);

/// <summary>
/// Sample people: one of each central role, and for each unit of the directory a reporter (<c>reporter-T84</c>) and a head
/// (<c>head-T84</c>), and the software of the sector. None is a real person.
/// </summary>
public static class SamplePeople
{
    private const string Reporter = "reporter-";
    private const string Head = "head-";
    private static readonly UnitCode Cuc2 = UnitCode.Of("C2");
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    public static IReadOnlyList<SamplePerson> Central { get; } =
    [
        new("centre", "Cán bộ Cục 2 (mẫu)", "centre", Cuc2),
        new("leader-1", "Lãnh đạo VKSND tối cao thứ nhất (mẫu)", "leadership", UnitCode.Sector),
        new("leader-2", "Lãnh đạo VKSND tối cao thứ hai (mẫu)", "leadership", UnitCode.Sector),
        new("inspector", "Thanh tra (mẫu)", "inspector", UnitCode.Of("TTR")),
        new("administrator", "Quản trị danh bạ (mẫu)", "administrator", Cuc2),
        new("operator", "Vận hành (mẫu)", "operator", Cuc2),
    ];

    /// <summary>Machine clients: no people, and not offered where people sign in.</summary>
    public static IReadOnlyList<SamplePerson> Software { get; } =
    [
        new("phan-mem-an-hinh-su", "Phần mềm quản lý án hình sự (mẫu)", "machine", UnitCode.Sector),
    ];

    public static SamplePerson ReporterOf(Unit unit) =>
        new($"{Reporter}{unit.Code}", $"Cán bộ tổng hợp, {unit.Name} (mẫu)", "unit-reporter", unit.Code);

    public static SamplePerson HeadOf(Unit unit) => new($"{Head}{unit.Code}", $"Thủ trưởng, {unit.Name} (mẫu)", "unit-head", unit.Code);

    /// <returns>Null when there is nobody of that id.</returns>
    public static SamplePerson? Find(string? id, UnitDirectory directory) => id switch
    {
        null => null,
        _ when id.StartsWith(Reporter, StringComparison.Ordinal) =>
            UnitOf(id[Reporter.Length..], directory) is { } unit ? ReporterOf(unit) : null,
        _ when id.StartsWith(Head, StringComparison.Ordinal) => UnitOf(id[Head.Length..], directory) is { } unit ? HeadOf(unit) : null,
        _ => Central.Concat(Software).FirstOrDefault(person => person.Id == id),
    };

    /// <summary>All of a directory, as the register has them. Software is no person.</summary>
    public static PeopleRegister RegisterOf(UnitDirectory directory) => PeopleRegister.Of(
    [
        .. Central.Select(person => Registered(directory.Find(person.Unit) is null ? person with { Unit = UnitCode.Sector } : person)),
        .. directory.Units.Where(unit => unit.Code != UnitCode.Sector)
            .SelectMany(unit => (SamplePerson[])[ReporterOf(unit), HeadOf(unit)]).Select(Registered),
    ]);

    /// <returns>Null: it is a software.</returns>
    public static Person? InRegister(SamplePerson sample) => sample.Role == "machine" ? null : Registered(sample);

    private static Person Registered(SamplePerson sample) => new(
        PersonId.Of(sample.Id), sample.Name, null,
        [new Post(RoleText.TryParse(sample.Role, out var role) ? role : default, sample.Unit, FirstDay)]);

    private static Unit? UnitOf(string code, UnitDirectory directory) =>
        UnitCode.TryParse(code, out var unit) && unit != UnitCode.Sector ? directory.Find(unit) : null;
}
