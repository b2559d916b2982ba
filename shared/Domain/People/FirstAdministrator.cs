using VksServerless.Units;

namespace VksServerless.People;

/// <summary>
/// Who keeps a new deployment as long as its register names no administrator: without one nobody could load the directory and the register.
/// </summary>
/// <param name="Person">Null: there is none.</param>
public sealed record FirstAdministrator(PersonId? Person)
{
    private const string Name = "Quản trị ban đầu";

    private static readonly UnitCode Cuc2 = UnitCode.Of("C2");

    /// <summary>Whom a person may act as on that day, by the register and by this setting.</summary>
    public IReadOnlyList<Caller> Posts(PersonId person, PeopleRegister register, DateOnly day)
    {
        var known = register.Find(person);
        var posts = known?.ActsAs(day) ?? [];
        return person == Person && !register.HasAdministrator(day)
            ? [.. posts, new Caller(person, known?.Name ?? Name, Role.Administrator, Cuc2)]
            : posts;
    }
}
