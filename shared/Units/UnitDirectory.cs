namespace VksServerless.Units;

/// <summary>Danh bạ đơn vị: every unit that ever was, in a tree under the sector. Immutable; a change is a new directory.</summary>
public sealed class UnitDirectory
{
    /// <summary>More than every unit of the sector ever had, few enough to be held in memory.</summary>
    public const int MaxUnits = 50_000;

    private readonly Dictionary<UnitCode, Unit> _units;

    private UnitDirectory(IReadOnlyList<Unit> units)
    {
        Units = units;
        _units = units.ToDictionary(unit => unit.Code);
    }

    /// <summary>Just the sector, before anything has been loaded.</summary>
    public static UnitDirectory Empty { get; } = new(
        [new Unit(UnitCode.Sector, "Viện kiểm sát nhân dân tối cao", UnitLevel.Sector, null, "", [], DateOnly.MinValue, null)]);

    /// <summary>The directory of units that were checked when it was first built: what a store gives back.</summary>
    public static UnitDirectory Of(IReadOnlyList<Unit> units) => new(units);

    /// <summary>In the order in which they were loaded.</summary>
    public IReadOnlyList<Unit> Units { get; }

    public Unit? Find(UnitCode code) => _units.GetValueOrDefault(code);

    /// <summary>The unit's name, or its code when the directory does not know it.</summary>
    public string NameOf(UnitCode code) => Find(code)?.Name ?? code.ToString();

    /// <summary>Checks the lines of a directory file and builds the tree, or says of every line what is wrong.</summary>
    public static Outcome<UnitDirectory> Build(IReadOnlyList<UnitLine> lines) => new DirectoryCheck(lines).Result(units => new UnitDirectory(units));
}
