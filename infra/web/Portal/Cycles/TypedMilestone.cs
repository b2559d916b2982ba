using System.Globalization;
using Microsoft.AspNetCore.Http;
using VksServerless.Cycles;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>A milestone of the plan as it stands in the inputs of the guided form, and back.</summary>
/// <param name="Before">On how many days before its last day there is a reminder, e.g. 7, 0.</param>
/// <param name="After">On how many days after it, e.g. 1.</param>
/// <param name="Concerns">Who is reminded: on each line a name, then a mail address.</param>
/// <param name="Units">Whether the units that take part are reminded too.</param>
public sealed record TypedMilestone(string Name, string On, string Before, string After, string Concerns, bool Units)
{
    private const int MostRows = 40;
    private const int MostLines = 300;

    internal static TypedMilestone Blank { get; } = new("", "", "7, 0", "", "", false);

    internal bool IsBlank => Name.Trim().Length + On.Trim().Length + Concerns.Trim().Length == 0;

    internal static IReadOnlyList<TypedMilestone> Of(IFormCollection posted)
    {
        var names = posted["milestoneName"];
        return
        [
            .. Enumerable.Range(0, Math.Min(MostRows, names.Count)).Select(row => new TypedMilestone(
                names[row] ?? "", At("milestoneOn", row), At("milestoneBefore", row), At("milestoneAfter", row),
                At("milestoneConcerns", row), posted["milestoneUnits"].Contains(row.ToString(CultureInfo.InvariantCulture)))),
        ];

        string At(string name, int row) => posted[name].ElementAtOrDefault(row) ?? "";
    }

    internal static TypedMilestone Of(Milestone milestone) => new(
        milestone.Name,
        Vietnamese.Day(milestone.On),
        string.Join(", ", milestone.RemindDays.Where(day => day <= 0).Select(day => -day)),
        string.Join(", ", milestone.RemindDays.Where(day => day > 0)),
        string.Join('\n', milestone.Concerns.Select(to => $"{to.Name}, {to.Mail}")),
        milestone.ConcernsUnits);

    /// <param name="place">Its pointer, e.g. /milestones/0.</param>
    internal Milestone Read(string place, ICollection<FieldError> faults)
    {
        if (!TypedDay.TryRead(On, out var on))
        {
            faults.Add(new FieldError($"{place}/on", "unreadable", "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026."));
        }

        return new Milestone(
            Name.Trim(), on,
            [.. Days(Before, $"{place}/remindDays/before", faults).Select(day => -day)
                .Concat(Days(After, $"{place}/remindDays/after", faults)).Distinct().Order()],
            [.. Concerns.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostLines)
                .Select(RecipientIn)],
            Units);
    }

    /// <summary>Văn phòng, van-phong@vks.example; the address is what stands last.</summary>
    private static Recipient RecipientIn(string line)
    {
        var at = line.LastIndexOfAny([' ', ',', ';', '<', '\t']);
        return at < 0
            ? line.Contains('@', StringComparison.Ordinal) ? new Recipient("", line) : new Recipient(line, "")
            : new Recipient(line[..at].TrimEnd(' ', ',', ';', '<', '\t'), line[(at + 1)..].TrimEnd('>'));
    }

    private static List<int> Days(string typed, string place, ICollection<FieldError> faults)
    {
        var days = new List<int>();
        foreach (var part in typed.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var day))
            {
                days.Add(day);
            }
            else
            {
                faults.Add(new FieldError(place, "unreadable", "Ghi các số ngày cách nhau bằng dấu phẩy, ví dụ 7, 0."));
                break;
            }
        }

        return days;
    }
}
