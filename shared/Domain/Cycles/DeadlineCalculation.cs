using VksServerless.Calendars;

namespace VksServerless.Cycles;

/// <summary>
/// Turns the rules of a cycle's deadlines into instants, once: a calculated instant does not move when a calendar is corrected
/// later.
/// </summary>
public sealed class DeadlineCalculation
{
    private readonly CycleTerms _asked;
    private readonly WorkingCalendar _calendar;
    private readonly List<FieldError> _faults = [];
    private readonly Dictionary<DeadlineAnchor, DateTimeOffset?> _instants = [];

    private DeadlineCalculation(CycleTerms asked, WorkingCalendar calendar) => (_asked, _calendar) = (asked, calendar);

    /// <param name="asked">An instant that has a rule is ignored.</param>
    /// <returns>The terms with their instants, and what was wrong with the rules: an instant that could not be calculated stays as
    /// it was asked.</returns>
    public static (CycleTerms Terms, IReadOnlyList<FieldError> Faults) Of(CycleTerms asked, WorkingCalendar calendar)
    {
        if (asked.Rules is not { } rules)
        {
            return (asked, []);
        }

        var calculation = new DeadlineCalculation(asked, calendar);
        var deadlines = new Deadlines(
            calculation.Tier(DeadlineAnchor.District) ?? asked.Deadlines.District,
            calculation.Tier(DeadlineAnchor.Province) ?? asked.Deadlines.Province,
            calculation.Tier(DeadlineAnchor.Supreme) ?? asked.Deadlines.Supreme);
        var closesAt = rules.ClosesAt is { } rule ? calculation.Follow(rule, "/closesAt") ?? asked.ClosesAt : asked.ClosesAt;
        return (asked with { Deadlines = deadlines, ClosesAt = closesAt }, calculation._faults);
    }

    /// <summary>
    /// For a cycle that opens when it should long have been open: as long as every instant lies ahead they stand; otherwise all are
    /// put off by the working days that were lost, so that the units have as many as they should have had.
    /// </summary>
    public static Outcome<CycleTerms> PutOff(CycleTerms terms, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (terms.OpensAt is not { } opening || terms.Rules is not { } rules || Ahead(terms, now))
        {
            return terms;
        }

        var lost = calendar.Between(VietnamTime.DayOf(opening), VietnamTime.DayOf(now));
        var late = lost.Then(days => Later(terms, days, calendar));
        while (!late.Refused && !Ahead(late.Value, now))
        {
            lost = lost.Value + 1;
            late = Later(terms, lost.Value, calendar);
        }

        return late.Map(moved => moved with { Rules = rules with { PutOffBy = lost.Value } });
    }

    private static bool Ahead(CycleTerms terms, DateTimeOffset now) =>
        terms.Deadlines.All.Append(terms.ClosesAt).All(instant => instant > now);

    private static Outcome<CycleTerms> Later(CycleTerms terms, int days, WorkingCalendar calendar) =>
        Later(terms.Deadlines.District, days, calendar).Then(district =>
        Later(terms.Deadlines.Province, days, calendar).Then(province =>
        Later(terms.Deadlines.Supreme, days, calendar).Then(supreme =>
        Later(terms.ClosesAt, days, calendar).Map(closesAt =>
            terms with { Deadlines = new Deadlines(district, province, supreme), ClosesAt = closesAt }))));

    private static Outcome<DateTimeOffset> Later(DateTimeOffset instant, int days, WorkingCalendar calendar) =>
        calendar.Move(VietnamTime.DayOf(instant), days).Map(day =>
            VietnamTime.At(day, TimeOnly.FromTimeSpan(instant.ToOffset(VietnamTime.Offset).TimeOfDay)));

    private DateTimeOffset? Tier(DeadlineAnchor tier)
    {
        var (rule, given, place) = tier switch
        {
            DeadlineAnchor.District => (_asked.Rules!.District, _asked.Deadlines.District, "/deadlines/district"),
            DeadlineAnchor.Province => (_asked.Rules!.Province, _asked.Deadlines.Province, "/deadlines/province"),
            _ => (_asked.Rules!.Supreme, _asked.Deadlines.Supreme, "/deadlines/supreme"),
        };
        if (rule is null)
        {
            return given;
        }

        if (!_instants.TryGetValue(tier, out var known))
        {
            // A rule that leads back here finds nothing to count from.
            _instants[tier] = null;
            _instants[tier] = known = LeadsBack(tier)
                ? Fault($"{place}/after", "circular", "Hạn này được tính vòng lại từ chính nó.")
                : Follow(rule, place);
        }

        return known;
    }

    private bool LeadsBack(DeadlineAnchor tier)
    {
        var at = tier;
        for (var step = 0; step < 3; step++)
        {
            var rule = at switch
            {
                DeadlineAnchor.District => _asked.Rules!.District,
                DeadlineAnchor.Province => _asked.Rules!.Province,
                DeadlineAnchor.Supreme => _asked.Rules!.Supreme,
                _ => null,
            };
            if (rule is null)
            {
                return false;
            }

            at = rule.After;
            if (at == tier)
            {
                return true;
            }
        }

        return false;
    }

    private DateTimeOffset? Follow(DeadlineRule rule, string place)
    {
        if (rule.WorkingDays is < 1 or > DeadlineRule.MostWorkingDays)
        {
            return Fault($"{place}/workingDays", "out-of-range", $"Nhập từ 1 đến {DeadlineRule.MostWorkingDays} ngày làm việc.");
        }

        var from = rule.After switch
        {
            DeadlineAnchor.PeriodEnd => _asked.Period.LastDay,
            DeadlineAnchor.Opening when _asked.OpensAt is { } opening => VietnamTime.DayOf(opening),
            DeadlineAnchor.Opening => Missing(place),
            _ when Tier(rule.After) is { } instant && instant != default => VietnamTime.DayOf(instant),
            _ => (DateOnly?)null,
        };
        return from is not { } day ? null : _calendar.Move(day, rule.WorkingDays).Match<DateTimeOffset?>(
            due => VietnamTime.At(due, rule.At),
            refusal => Fault(place, refusal.Type, refusal.Detail));
    }

    private DateOnly? Missing(string place)
    {
        Fault($"{place}/after", "no-opening", "Hạn tính từ ngày mở cần có thời điểm mở.");
        return null;
    }

    private DateTimeOffset? Fault(string place, string rule, string message)
    {
        _faults.Add(new FieldError(place, rule, message));
        return null;
    }
}
