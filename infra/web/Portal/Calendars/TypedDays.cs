using Microsoft.AspNetCore.Http;
using VksServerless.Calendars;
using VksServerless.Web.Portal.Cycles;

namespace VksServerless.Web.Portal.Calendars;

/// <summary>A year's list of holidays as typed into the page; blank rows do not count.</summary>
public sealed record TypedDays(IReadOnlyList<TypedDays.Row> Rows)
{
    private const int MostRows = 120;
    private const int SpareRows = 5;

    /// <param name="Kind">off or working.</param>
    public sealed record Row(string Date, string Name, string Kind, bool Verified)
    {
        public bool IsBlank => Date.Trim().Length + Name.Trim().Length == 0;

        public static Row Blank { get; } = new("", "", "off", true);
    }

    internal static TypedDays Of(IReadOnlyList<SpecialDay> days) => new(
    [
        .. days.Select(day => new Row(Vietnamese.Day(day.Date), day.Name, day.Kind == DayKind.Off ? "off" : "working", day.Verified)),
        .. Enumerable.Repeat(Row.Blank, SpareRows),
    ]);

    internal static TypedDays Of(IFormCollection posted)
    {
        var dates = posted["date"];
        return new TypedDays(
        [
            .. Enumerable.Range(0, Math.Min(MostRows, dates.Count)).Where(at => !posted["remove"].Contains($"{at}")).Select(at => new Row(
                dates[at] ?? "", posted["name"].ElementAtOrDefault(at) ?? "", posted["kind"].ElementAtOrDefault(at) ?? "off",
                posted["verified"].Contains($"{at}"))),
        ]);
    }

    internal TypedDays WithMoreRows() => new([.. Rows, .. Enumerable.Repeat(Row.Blank, SpareRows)]);

    /// <summary>The days, and those that could not be read, each at its input; such a day has a stand-in.</summary>
    internal (IReadOnlyList<SpecialDay> Days, IReadOnlyList<FieldError> Faults) Read()
    {
        var (days, faults) = (new List<SpecialDay>(), new List<FieldError>());
        foreach (var (index, row) in Filled.Index())
        {
            if (!TypedDay.TryRead(row.Row.Date, out var day))
            {
                faults.Add(new FieldError($"/days/{index}/date", "unreadable", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 30/04/2026."));
            }

            days.Add(new SpecialDay(day, row.Row.Name.Trim(), row.Row.Kind == "working" ? DayKind.Working : DayKind.Off, row.Row.Verified));
        }

        return (days, faults);
    }

    /// <summary>Whether a fault of the check says more than that the row's day could not be read.</summary>
    internal bool IsReadable(FieldError fault) =>
        fault.Place.EndsWith("/name", StringComparison.Ordinal)
        || (fault.Place.Split('/') is ["", "days", var at, _] && int.TryParse(at, out var index)
            && TypedDay.TryRead(Filled[index].Row.Date, out _));

    /// <summary>Each fault at the input of its row.</summary>
    internal Refusal Placed(Refusal refusal) => refusal with
    {
        Errors =
        [
            .. refusal.Errors.Select(fault => fault.Place.Split('/') is ["", "days", var at, var part] && int.TryParse(at, out var index)
                ? fault with { Place = $"/{part}-{Filled[index].At}" }
                : fault with { Place = "/date-0" }),
        ],
    };

    private IReadOnlyList<(int At, Row Row)> Filled =>
        [.. Rows.Index().Where(row => !row.Item.IsBlank).Select(row => (row.Index, row.Item))];
}
