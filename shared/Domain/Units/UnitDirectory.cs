namespace VksServerless.Units;

/// <summary>Danh bạ đơn vị: every unit that ever was, in a tree under the sector. Immutable; a change is a new directory.</summary>
public sealed class UnitDirectory
{
    /// <summary>More than every unit of the sector ever had, few enough to be held in memory.</summary>
    public const int MaxUnits = 50_000;

    private readonly Dictionary<UnitCode, Unit> _units;

    private UnitDirectory(IReadOnlyList<Unit> units, IReadOnlyList<DirectoryChange>? changes = null)
    {
        Units = units;
        Changes = changes ?? [];
        _units = units.ToDictionary(unit => unit.Code);
        Ending = [.. units.Where(unit => unit.ValidTo is not null)];
    }

    /// <summary>Just the sector, before anything has been loaded.</summary>
    public static UnitDirectory Empty { get; } = new(
        [new Unit(UnitCode.Sector, "Viện kiểm sát nhân dân tối cao", UnitLevel.Sector, null, "", [], DateOnly.MinValue, null)]);

    /// <summary>The directory of units that were checked when it was first built: what a store gives back.</summary>
    public static UnitDirectory Of(IReadOnlyList<Unit> units, IReadOnlyList<DirectoryChange>? changes = null) => new(units, changes);

    /// <summary>In the order in which they were loaded.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Those that have ended or have a day on which they end.</summary>
    public IReadOnlyList<Unit> Ending { get; }

    /// <summary>What was applied to it, first to last. Of each unit <see cref="Units"/> says how it is after all of them.</summary>
    public IReadOnlyList<DirectoryChange> Changes { get; }

    /// <summary>Every succession on record, oldest day first.</summary>
    public IEnumerable<Succession> Successions => Changes.SelectMany(change => change.Successions).OrderBy(entry => entry.Day);

    public Unit? Find(UnitCode code) => _units.GetValueOrDefault(code);

    /// <summary>The unit's name, or its code when the directory does not know it.</summary>
    public string NameOf(UnitCode code) => Find(code)?.Name ?? code.ToString();

    /// <summary>Checks the lines of a directory file and builds the tree, or says of every line what is wrong.</summary>
    public static Outcome<UnitDirectory> Build(IReadOnlyList<UnitLine> lines) =>
        new DirectoryCheck(lines).Result(units => new UnitDirectory(units));

    /// <summary>The directory as it was on that day: units have the names and the superiors that they had then.</summary>
    public UnitDirectory On(DateOnly day)
    {
        var later = Successions.Where(entry => entry.IsInPlace && entry.Day > day).Reverse().ToLookup(entry => entry.Successor);
        return later.Count == 0 ? this : new UnitDirectory([.. Units.Select(unit => later[unit.Code].Aggregate(unit, Before))], Changes);
    }

    /// <summary>Applies a dated set of lines and successions in one step, or says of every entry what is wrong.</summary>
    /// <param name="lines">New units in full; of a unit that is there, only what changes: what is empty stays as it is.</param>
    public Outcome<UnitDirectory> Change(
        IReadOnlyList<UnitLine> lines, IReadOnlyList<SuccessionLine> successions, string reason, string by, DateTimeOffset now) =>
        new DirectoryChangeCheck(this, lines, successions).Result(reason, by, now);

    /// <summary>This directory in place of the one to which these changes were applied: what they say must still be so.</summary>
    public Outcome<UnitDirectory> Keeping(IReadOnlyList<DirectoryChange> changes)
    {
        var errors = new LineErrors(number => $"/successions/{number}");
        new SuccessionCheck(Find, errors).Check([.. changes.SelectMany(change => change.Successions).Index()]);
        return errors.Count > 0 ? DirectoryRefusals.BreaksHistory(errors) : new UnitDirectory(Units, changes);
    }

    private static Unit Before(Unit unit, Succession entry) => (entry.Kind, entry.Was) switch
    {
        (SuccessionKind.Rename, { } name) => unit with { Name = name },
        (SuccessionKind.Reparent, { } superior) => unit with { Superior = UnitCode.Of(superior) },
        _ => unit,
    };
}
