using System.Globalization;

namespace VksServerless.Units;

/// <summary>One line of a directory file, as it was written: code, name, level, superior, head, mails, valid_from, valid_to.</summary>
/// <param name="Number">Line number in the file, the heading being line 1.</param>
/// <param name="Level">A <see cref="UnitLevel"/> in lower case, e.g. province, high-level.</param>
/// <param name="Mails">Addresses separated by semicolons.</param>
/// <param name="ValidFrom">yyyy-MM-dd.</param>
/// <param name="ValidTo">yyyy-MM-dd or empty.</param>
public sealed record UnitLine(
    int Number, string Code, string Name, string Level, string Superior, string Head, string Mails, string ValidFrom, string ValidTo)
{
    /// <summary>The line that <see cref="UnitDirectory.Build"/> reads as this very unit.</summary>
    public static UnitLine Of(int number, Unit unit) => new(
        number,
        unit.Code.ToString(),
        unit.Name,
        UnitLineCheck.Spell(unit.Level),
        unit.Superior?.ToString() ?? "",
        unit.Head,
        string.Join(';', unit.Mails),
        Spell(unit.ValidFrom),
        unit.ValidTo is { } last ? Spell(last) : "");

    public static string Spell(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
