using VksServerless.Units;

namespace VksServerless.People;

/// <summary>Who is asking: a person signed in, in one role, for one unit.</summary>
/// <param name="Person">The token's subject: stable, never shown.</param>
/// <param name="Name">As shown on receipts and in records.</param>
public sealed record Caller(PersonId Person, string Name, Role Role, UnitCode Unit)
{
    /// <summary>How this post is named where one is chosen, e.g. unit-head@T84.</summary>
    public string Post => $"{RoleText.Of(Role)}@{Unit}";

    /// <summary>
    /// Whether a text can stand where people read who did something: one line of at most 200 characters, nothing invisible.
    /// </summary>
    public static bool CanBeShown(string? text) => !string.IsNullOrWhiteSpace(text) && PlainText.IsOneLine(text, 200);

    /// <summary>The system itself, acting by the cycle's own rules.</summary>
    public static Caller System { get; } = new(PersonId.System, "Hệ thống", Role.Operator, UnitCode.Sector);
}

public enum Role
{
    /// <summary>Cục 2, for the central office: opens cycles, accepts, aggregates, submits for approval.</summary>
    Centre,

    /// <summary>Cán bộ tổng hợp of a unit: drafts and submits.</summary>
    UnitReporter,

    /// <summary>Thủ trưởng, Viện trưởng of a unit: as the reporter, and answerable.</summary>
    UnitHead,

    /// <summary>Lãnh đạo VKSND tối cao: approves and receives.</summary>
    Leadership,

    /// <summary>Thanh tra, Vụ Tổ chức cán bộ: reads everything, and puts on record what a check found.</summary>
    Inspector,

    /// <summary>Keeps the directory.</summary>
    Administrator,

    /// <summary>Phần mềm nghiệp vụ: hands in what another system of the sector holds, for its unit and every unit below it.</summary>
    Machine,

    /// <summary>Deploys, watches, restores; sees no report.</summary>
    Operator,
}
