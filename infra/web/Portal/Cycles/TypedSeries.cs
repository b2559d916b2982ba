using System.Globalization;
using Microsoft.AspNetCore.Http;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>The terms of a series as they stand in the inputs of its form: those of a cycle, and how periods follow and open.</summary>
/// <param name="Given">Of named periods, one a line.</param>
/// <param name="OpensBy">days or working.</param>
/// <param name="OpensSide">after or before the period's last day.</param>
public sealed record TypedSeries(
    TypedTerms Terms, string Every, string Given, string OpensBy, string OpensSide, string OpensCount, string OpensAt, string Parts)
{
    internal static TypedSeries Blank() =>
        new(TypedTerms.Blank(), nameof(Recurrence.Month), "", "days", "after", "1", "08:00", "");

    internal static TypedSeries Of(IFormCollection posted) => new(
        TypedTerms.Of(posted), posted["every"].ToString(), posted["given"].ToString().ReplaceLineEndings("\n").Trim(),
        posted["opensBy"].ToString(), posted["opensSide"].ToString(), posted["opensCount"].ToString().Trim(),
        posted["opensAt"].ToString().Trim(), posted["parts"].ToString());

    internal static TypedSeries Of(SeriesTerms terms)
    {
        var count = terms.Opens.WorkingDays ?? terms.Opens.Days ?? 0;
        var first = new Period(terms.FirstDay, terms.FirstDay);
        var like = terms.Of(first, VietnamTime.At(terms.FirstDay, terms.Opens.At), terms.Previous, PartsOfPeriod.None);
        return new TypedSeries(
            TypedTerms.Of(like with { Title = terms.Title }), terms.Periods.Every.ToString(),
            string.Join('\n', (terms.Periods.Given ?? []).Select(
                period => $"{Vietnamese.Day(period.FirstDay)} - {Vietnamese.Day(period.LastDay)}")),
            terms.Opens.WorkingDays is null ? "days" : "working", count < 0 ? "before" : "after",
            Math.Abs(count).ToString(CultureInfo.InvariantCulture), terms.Opens.At.ToString("HH':'mm", CultureInfo.InvariantCulture),
            terms.Parts?.ToString() ?? "");
    }

    internal TypedSeries WithMoreRows() => this with { Terms = Terms.WithMoreRows() };

    /// <summary>What was typed as terms, and what could not be read, each at its pointer; such a part has a stand-in.</summary>
    internal (SeriesTerms Terms, IReadOnlyList<FieldError> Faults) Read(UnitDirectory directory)
    {
        var (like, unreadable) = Terms.Read(null, directory);

        // A cycle's form asks for the period's last day too; here it follows from the rule.
        var faults = unreadable.Where(fault => fault.Place != "/period/lastDay")
            .Select(fault => fault.Place == "/period/firstDay" ? fault with { Place = "/firstDay" } : fault).ToList();
        var every = Enum.TryParse<Recurrence>(Every, out var named) && Enum.IsDefined(named) ? named : Recurrence.Month;
        var given = every == Recurrence.Given ? ReadGiven(faults) : null;
        if (!int.TryParse(OpensCount, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            faults.Add(new FieldError("/opens/days", "unreadable", "Nhập một số nguyên, ví dụ 1."));
        }

        if (!TypedHour.TryRead(OpensAt, out var at))
        {
            faults.Add(new FieldError("/opens/at", "unreadable", "Ghi giờ từ 00:00 đến 23:59, ví dụ 08:00."));
        }

        var signed = OpensSide == "before" ? -count : count;
        return (
            new SeriesTerms(
                like.Title, like.Plan, like.Form, new PeriodRule(every, given), like.Period.FirstDay,
                OpensBy == "working" ? new OpeningRule(at, WorkingDays: signed) : new OpeningRule(at, Days: signed),
                Whole(like.Rules), like.Participants, like.CloseWhenAllAccepted, like.Reminders, like.ApprovalsNeeded, like.Recipients)
            {
                HeadSignsOff = like.HeadSignsOff,
                SentToUnits = like.SentToUnits,
                Parts = SeriesCode.TryParse(Parts, out var parts) ? parts : null,
                Previous = like.Previous,
            },
            faults);
    }

    /// <summary>Which input a fault is about; null: there is none on the page.</summary>
    internal string? InputOf(string place) => place.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["firstDay"] => "firstDay",
        ["periods", "given", ..] => "given",
        ["periods", ..] => "every",
        ["opens", "at"] => "opensAt",
        ["opens", ..] => "opensCount",
        ["parts"] => "parts",
        _ => TermsInputs.Of(place, Terms),
    };

    /// <summary>Every one of them is a rule here.</summary>
    private static DeadlineRules Whole(DeadlineRules? rules)
    {
        var missing = new DeadlineRule(DeadlineAnchor.PeriodEnd, 1, new TimeOnly(16, 0));
        return new DeadlineRules(
            rules?.District ?? missing, rules?.Province ?? missing, rules?.Supreme ?? missing, rules?.ClosesAt ?? missing);
    }

    private List<Period> ReadGiven(List<FieldError> faults)
    {
        var given = new List<Period>();
        foreach (var line in Given.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(1_000))
        {
            if (line.Split([" - ", " – "], StringSplitOptions.TrimEntries) is [var first, var last]
                && TypedDay.TryRead(first, out var from) && TypedDay.TryRead(last, out var to))
            {
                given.Add(new Period(from, to));
            }
            else
            {
                faults.Add(new FieldError(
                    "/periods/given", "unreadable",
                    $"\"{(line.Length > 40 ? line[..40] : line)}\": ghi mỗi dòng một kỳ, ví dụ 01/12/2025 - 31/05/2026."));
            }
        }

        return given;
    }
}
