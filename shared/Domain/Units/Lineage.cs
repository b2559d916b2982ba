namespace VksServerless.Units;

/// <summary>
/// Follows units from one day to a later one. A unit that lives on is its own heir; one that was dissolved without a successor
/// is succeeded by its superior. What happens on one day happens at once, and one day after the other: from the first day to
/// the last by way of any day between gives the same.
/// </summary>
public sealed class Lineage
{
    private readonly SortedDictionary<DateOnly, Dictionary<UnitCode, IReadOnlyList<UnitCode>>> _days = [];
    private readonly UnitDirectory _directory;

    public Lineage(UnitDirectory directory)
    {
        _directory = directory;
        var fates = directory.Successions.Where(entry => !entry.IsInPlace).ToLookup(entry => (entry.Predecessor, entry.Day));
        foreach (var fate in fates)
        {
            Add(fate.Key.Day, fate.Key.Predecessor, [.. Heirs(fate)]);
        }

        var eves = new Dictionary<DateOnly, UnitDirectory>();
        foreach (var unit in directory.Units)
        {
            if (unit.ValidTo is { } last && last < DateOnly.MaxValue && unit.Code != UnitCode.Sector
                && !fates.Contains((unit.Code, last.AddDays(1))))
            {
                Add(last.AddDays(1), unit.Code, HeirsOfDissolved(unit.Code, directory, last, fates, eves));
            }
        }
    }

    /// <summary>Who has what the unit was, in the order of their codes.</summary>
    /// <param name="after">
    /// A day on which it was known to live: what happened up to and including this day is passed over. Of a unit whose end was
    /// recorded later, for a day before this one, its own last day counts instead.
    /// </param>
    /// <param name="through">What happened up to and including this day counts.</param>
    /// <param name="staying">Those whose end is passed over. Null: nobody's is.</param>
    public IReadOnlyList<UnitCode> HeirsOf(UnitCode unit, DateOnly after, DateOnly through, IReadOnlySet<UnitCode>? staying = null)
    {
        IReadOnlyList<UnitCode> heirs = [unit];
        foreach (var (day, fates) in Between(DayOfLife(unit, after), through))
        {
            heirs = [.. heirs.SelectMany(heir => FateOf(heir, fates, staying) ?? [heir]).Distinct().Order()];
        }

        return heirs;
    }

    /// <summary>Every fate on the way from one day to another: of which unit, who inherited, from which day.</summary>
    /// <param name="staying">As for <see cref="HeirsOf"/>.</param>
    public IEnumerable<(UnitCode Unit, DateOnly Day, IReadOnlyList<UnitCode> Heirs)> FatesOf(
        UnitCode unit, DateOnly after, DateOnly through, IReadOnlySet<UnitCode>? staying = null)
    {
        var heirs = new HashSet<UnitCode> { unit };
        foreach (var (day, fates) in Between(DayOfLife(unit, after), through))
        {
            var met = heirs.Where(heir => FateOf(heir, fates, staying) is not null).Order().ToList();
            foreach (var heir in met)
            {
                yield return (heir, day, fates[heir]);
            }

            heirs = [.. heirs.SelectMany(heir => FateOf(heir, fates, staying) ?? [heir])];
        }
    }

    private static IReadOnlyList<UnitCode>? FateOf(
        UnitCode unit, Dictionary<UnitCode, IReadOnlyList<UnitCode>> fates, IReadOnlySet<UnitCode>? staying) =>
        fates.TryGetValue(unit, out var heirs) && (heirs.Contains(unit) || staying?.Contains(unit) is not true) ? heirs : null;

    private DateOnly DayOfLife(UnitCode unit, DateOnly day) => _directory.Find(unit)?.ValidTo is { } last && last < day ? last : day;

    private IEnumerable<KeyValuePair<DateOnly, Dictionary<UnitCode, IReadOnlyList<UnitCode>>>> Between(DateOnly after, DateOnly through) =>
        _days.Where(fates => fates.Key > after && fates.Key <= through);

    private static IEnumerable<UnitCode> Heirs(IEnumerable<Succession> fate) =>
        fate.SelectMany(entry => entry.EndsPredecessor ? [entry.Successor] : new[] { entry.Predecessor, entry.Successor }).Distinct()
            .Order();

    /// <summary>
    /// What a dissolved unit was goes to the nearest superior that lives on, or to the heirs of one that ends on the same day.
    /// </summary>
    private static IReadOnlyList<UnitCode> HeirsOfDissolved(
        UnitCode unit, UnitDirectory directory, DateOnly last, ILookup<(UnitCode, DateOnly), Succession> fates, Dictionary<DateOnly,
        UnitDirectory> eves)
    {
        var eve = eves.TryGetValue(last, out var held) ? held : eves[last] = directory.On(last);
        for (var at = eve.Find(unit)?.Superior; at is { } superior && superior != UnitCode.Sector; at = eve.Find(superior)?.Superior)
        {
            if (fates[(superior, last.AddDays(1))].ToList() is { Count: > 0 } fate)
            {
                return [.. Heirs(fate)];
            }

            if (eve.Find(superior)?.LivesOn(last.AddDays(1)) is true)
            {
                return [superior];
            }
        }

        return [UnitCode.Sector];
    }

    private void Add(DateOnly day, UnitCode unit, IReadOnlyList<UnitCode> heirs)
    {
        if (!_days.TryGetValue(day, out var fates))
        {
            _days.Add(day, fates = []);
        }

        fates.Add(unit, heirs);
    }
}
