namespace VksServerless.Units;

/// <summary>How people name units when they type: by code, or by name without accents and capitals.</summary>
public static class UnitSearch
{
    /// <summary>By its code, or by its whole name where only one unit that lives on that day has it.</summary>
    public static Unit? FindNamed(this UnitDirectory directory, string typed, DateOnly day)
    {
        if (UnitCode.TryParse(typed.Trim().ToUpperInvariant(), out var code) && directory.Find(code) is { } unit)
        {
            return unit;
        }

        var plain = Search.Plain(typed);
        return directory.Units.Where(one => one.LivesOn(day) && Search.Plain(one.Name) == plain).Take(2).ToList() is [var only]
            ? only
            : null;
    }

    /// <summary>Whether what was typed is its code, or part of its name or of its code.</summary>
    /// <param name="plain">As <see cref="Search.Plain"/> gives it.</param>
    public static bool Matches(this Unit unit, string plain) =>
        Search.Plain(unit.Name).Contains(plain, StringComparison.Ordinal)
        || unit.Code.ToString().Contains(plain, StringComparison.OrdinalIgnoreCase);
}
