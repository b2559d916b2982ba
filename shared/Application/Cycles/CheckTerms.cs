using VksServerless.Application.Calendars;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>
/// Calculates the deadlines of a cycle and checks its terms against all that they name: the form, the units, other cycles.
/// </summary>
public sealed class CheckTerms(
    ICycles cycles, IDirectoryStore directories, ICalendars calendars, IForms forms, TimeProvider clock) : IUseCase
{
    /// <summary>A month of a year, a day of a quarter; more than that is a mistake.</summary>
    private const int MostParts = 100;

    /// <param name="itself">The cycle whose terms these are to be.</param>
    public async Task<Outcome<CycleTerms>> Execute(CycleTerms asked, CycleId itself, CancellationToken cancellation)
    {
        var (terms, faults) = DeadlineCalculation.Of(asked, await calendars.InUse(cancellation));
        var strangers = await Strangers(asked, itself, cancellation);
        return CycleTermsCheck.Of(
            terms, await forms.Find(asked.Form, cancellation), (await directories.Read(cancellation)).Value,
            VietnamTime.DayOf(clock.GetUtcNow()), [.. faults, .. strangers]);
    }

    private async Task<IReadOnlyList<FieldError>> Strangers(CycleTerms asked, CycleId itself, CancellationToken cancellation)
    {
        var faults = new List<FieldError>();
        if (asked.Parts.Count > MostParts)
        {
            faults.Add(new FieldError("/parts", "out-of-range", $"Nêu tối đa {MostParts} kỳ thành phần."));
        }

        var named = asked.Parts.Take(MostParts).Select((part, index) => (Cycle: part, Place: $"/parts/{index}"));
        foreach (var (cycle, place) in asked.Previous is { } previous ? named.Prepend((previous, "/previous")) : named)
        {
            var found = cycle == itself ? null : (await cycles.Read(cycle, cancellation))?.Value;
            var fault = found is not null ? Wrong(asked, found, place == "/previous")
                : ("unknown-cycle", cycle == itself ? "Kỳ báo cáo không thể nêu chính nó." : $"Không có kỳ báo cáo {cycle}.");
            if (fault is { } wrong)
            {
                faults.Add(new FieldError(place, wrong.Rule, wrong.Message));
            }
        }

        return faults;
    }

    private static (string Rule, string Message)? Wrong(CycleTerms asked, Cycle named, bool asPrevious)
    {
        var (title, period) = (named.Terms.Title, named.Terms.Period);
        return named.Phase is CyclePhase.Cancelled ? ("cancelled-cycle", $"Kỳ báo cáo \"{title}\" đã hủy.")
            : asPrevious && (period.FirstDay > asked.Period.FirstDay || period.LastDay > asked.Period.LastDay)
                ? ("order", $"Kỳ trước phải đứng trước kỳ này; kỳ \"{title}\" là từ {Vietnamese.Day(period.FirstDay)} đến "
                    + $"{Vietnamese.Day(period.LastDay)}.")
            : null;
    }
}
