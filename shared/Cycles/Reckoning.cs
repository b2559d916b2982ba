using VksServerless.Calendars;

namespace VksServerless.Cycles;

/// <summary>Turns the rules of a cycle's deadlines into instants, once: what is reckoned does not move when a calendar is mended later.</summary>
public sealed class Reckoning
{
    private readonly CycleTerms _asked;
    private readonly WorkingCalendar _calendar;
    private readonly List<FieldError> _faults = [];
    private readonly Dictionary<DeadlineAnchor, DateTimeOffset?> _reckoned = [];

    private Reckoning(CycleTerms asked, WorkingCalendar calendar) => (_asked, _calendar) = (asked, calendar);

    /// <param name="asked">Whatever stands at an instant that has a rule is not looked at.</param>
    /// <returns>The terms with their instants, and what was wrong with the rules: an instant that could not be reckoned stays as it was asked.</returns>
    public static (CycleTerms Terms, IReadOnlyList<FieldError> Faults) Of(CycleTerms asked, WorkingCalendar calendar)
    {
        if (asked.Reckoned is not { } rules)
        {
            return (asked, []);
        }

        var reckoning = new Reckoning(asked, calendar);
        var deadlines = new Deadlines(
            reckoning.Tier(DeadlineAnchor.District) ?? asked.Deadlines.District,
            reckoning.Tier(DeadlineAnchor.Province) ?? asked.Deadlines.Province,
            reckoning.Tier(DeadlineAnchor.Supreme) ?? asked.Deadlines.Supreme);
        var closesAt = rules.ClosesAt is { } rule ? reckoning.Follow(rule, "/closesAt") ?? asked.ClosesAt : asked.ClosesAt;
        return (asked with { Deadlines = deadlines, ClosesAt = closesAt }, reckoning._faults);
    }

    /// <summary>
    /// For a cycle that opens when it should long have been open: as long as every instant lies ahead they stand; otherwise all are
    /// put off by the working days that were lost, so that the units have as many as they should have had.
    /// </summary>
    public static Outcome<CycleTerms> PutOff(CycleTerms terms, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (terms.OpensAt is not { } opening || terms.Reckoned is not { } rules || Ahead(terms, now))
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

        return late.Map(moved => moved with { Reckoned = rules with { PutOffBy = lost.Value } });
    }

    private static bool Ahead(CycleTerms terms, DateTimeOffset now) => terms.Deadlines.All.Append(terms.ClosesAt).All(instant => instant > now);

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
            DeadlineAnchor.District => (_asked.Reckoned!.District, _asked.Deadlines.District, "/deadlines/district"),
            DeadlineAnchor.Province => (_asked.Reckoned!.Province, _asked.Deadlines.Province, "/deadlines/province"),
            _ => (_asked.Reckoned!.Supreme, _asked.Deadlines.Supreme, "/deadlines/supreme"),
        };
        if (rule is null)
        {
            return given;
        }

        if (!_reckoned.TryGetValue(tier, out var known))
        {
            // Whoever comes back here on the way finds nothing to count from.
            _reckoned[tier] = null;
            _reckoned[tier] = known = LeadsBack(tier) ? Fault($"{place}/after", "circular", "Hạn này được tính vòng lại từ chính nó.") : Follow(rule, place);
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
                DeadlineAnchor.District => _asked.Reckoned!.District,
                DeadlineAnchor.Province => _asked.Reckoned!.Province,
                DeadlineAnchor.Supreme => _asked.Reckoned!.Supreme,
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
        Fault($"{place}/after", "no-opening", "Hạn tính từ ngày mở cần có thời điểm mở (opensAt).");
        return null;
    }

    private DateTimeOffset? Fault(string place, string rule, string message)
    {
        _faults.Add(new FieldError(place, rule, message));
        return null;
    }
}
