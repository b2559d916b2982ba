using System.Globalization;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>Reads days, hours, numbers and names of units as people type them.</summary>
internal sealed class TypedTermsReader(TypedTerms typed, UnitDirectory directory)
{
    private readonly List<FieldError> _faults = [];

    public (CycleTerms Terms, IReadOnlyList<FieldError> Faults) Read(CycleTerms? kept)
    {
        var rules = new DeadlineRules(Rule("district"), Rule("province"), Rule("supreme"), Rule("closesAt"));
        var everyone = typed["who"] != TypedTerms.Chosen;
        var terms = new CycleTerms(
            typed["title"],
            new Plan(typed["plan"], Day("planDate", "/plan/date")),
            FormIn(typed["form"]),
            new Period(Day("firstDay", "/period/firstDay"), Day("lastDay", "/period/lastDay")),
            new Participants(
                everyone ? [] : [.. typed.Levels.Select(LevelOf).OfType<UnitLevel>().Distinct()],
                everyone ? [] : Units("units"),
                Units("except")),
            new Deadlines(Instant("district"), Instant("province"), Instant("supreme")),
            typed["opensDay"].Length == 0 ? null : At("opensDay", "opensHour", "/opensAt"),
            Instant("closesAt"),
            typed.Is("closeEarly"),
            new ReminderStages(
                [.. Numbers("remindBefore").Select(day => -day).Concat(Numbers("remindAfter")).Distinct().Order()],
                Hour("remindAt", "/reminders/at")),
            Number("approvals", "/approvalsNeeded"),
            [.. typed.Recipients.Where(to => to.Name.Trim().Length + to.Mail.Trim().Length > 0)
                .Select(to => new Recipient(to.Name.Trim(), to.Mail.Trim()))])
        {
            HeadSignsOff = typed.Is("headSigns"),
            SentToUnits = typed.Is("sendUnits"),
            Previous = CycleId.TryParse(typed["previous"], out var previous) ? previous : null,
            Parts = kept?.Parts ?? [],
            Milestones = Milestones(),
            MissingParts = kept?.MissingParts,
            Imported = kept?.Imported,
            Rules = rules is { District: null, Province: null, Supreme: null, ClosesAt: null } ? null : rules,
        };
        if (everyone is false && terms.Participants is { Levels.Count: 0, Units.Count: 0 })
        {
            Fault("/participants", "Chọn ít nhất một cấp hoặc nêu tên ít nhất một đơn vị.");
        }

        return (terms, _faults);
    }

    private List<Milestone>? Milestones() =>
        typed.Milestones.Where(milestone => !milestone.IsBlank)
            .Select((milestone, index) => milestone.Read($"/milestones/{index}", _faults)).ToList() is { Count: > 0 } read
            ? read
            : null;

    /// <summary>The place of a milestone on the page, of which blank ones do not count.</summary>
    public static int RowOfMilestone(TypedTerms typed, int milestone) => typed.Milestones.Index()
        .Where(row => !row.Item.IsBlank).Select(row => row.Index).ElementAtOrDefault(milestone);

    /// <summary>The place of a recipient on the page: blank rows between them do not count as recipients.</summary>
    public static int RowOf(TypedTerms typed, int recipient) => typed.Recipients.Index()
        .Where(row => row.Item.Name.Trim().Length + row.Item.Mail.Trim().Length > 0).Select(row => row.Index)
        .ElementAtOrDefault(recipient);

    private bool IsByRule(string due) => typed[$"{due}.how"] == TypedTerms.ByRule;

    private DeadlineRule? Rule(string due) => IsByRule(due)
        ? new DeadlineRule(
            Enum.TryParse<DeadlineAnchor>(typed[$"{due}.after"], out var anchor) && Enum.IsDefined(anchor)
                ? anchor
                : DeadlineAnchor.PeriodEnd,
            Number($"{due}.days", $"{PlaceOf(due)}/workingDays"), Hour($"{due}.hour", $"{PlaceOf(due)}/at"))
        : null;

    private DateTimeOffset Instant(string due) => IsByRule(due) ? default : At($"{due}.day", $"{due}.hour", PlaceOf(due));

    private static string PlaceOf(string due) => TypedTerms.Dues.First(one => one.Name == due).Place;

    private DateTimeOffset At(string day, string hour, string place)
    {
        var (on, at) = (Day(day, $"{place}/day"), Hour(hour, $"{place}/at"));
        return on == default ? default : VietnamTime.At(on, at);
    }

    private DateOnly Day(string name, string place)
    {
        if (TypedDay.TryRead(typed[name], out var day))
        {
            return day;
        }

        Fault(place, "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026.");
        return default;
    }

    private TimeOnly Hour(string name, string place)
    {
        if (TypedHour.TryRead(typed[name], out var hour))
        {
            return hour;
        }

        Fault(place, "Ghi giờ từ 00:00 đến 23:59, ví dụ 16:00.");
        return default;
    }

    private int Number(string name, string place)
    {
        if (int.TryParse(typed[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(place, "Nhập một số nguyên, ví dụ 5.");
        return 1;
    }

    private List<int> Numbers(string name)
    {
        var numbers = new List<int>();
        foreach (var part in typed[name].Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                Fault(
                    $"/reminders/days/{name}",
                    $"\"{(part.Length > 20 ? part[..20] : part)}\" không phải là số ngày; ghi các số cách nhau bằng dấu phẩy.");
            }
        }

        return numbers;
    }

    private List<UnitCode> Units(string name)
    {
        var units = new List<UnitCode>();
        var lines = typed[name].Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var line in lines.Take(20_000))
        {
            if (UnitIn(line, directory) is { } unit)
            {
                units.Add(unit);
            }
            else
            {
                Fault($"/participants/{name}", $"Không tìm thấy đơn vị \"{(line.Length > 80 ? line[..80] : line)}\" trong danh bạ.");
            }
        }

        return [.. units.Distinct()];
    }

    /// <summary>By its code, or without accents by its name or a part of it, where only one unit has that.</summary>
    internal static UnitCode? UnitIn(string line, UnitDirectory directory)
    {
        if (UnitCode.TryParse(line.ToUpperInvariant(), out var code) && directory.Find(code) is not null)
        {
            return code;
        }

        var plain = Search.Plain(line);
        var named = directory.Units.Select(unit => (unit.Code, Name: Search.Plain(unit.Name)))
            .Where(unit => unit.Name.Contains(plain, StringComparison.Ordinal)).ToList();
        return plain.Length == 0 ? null
            : named.Where(unit => unit.Name == plain).Take(2).ToList() is [var exact] ? exact.Code
            : named is [var only] ? only.Code
            : null;
    }

    private static UnitLevel? LevelOf(string text) =>
        Enum.TryParse<UnitLevel>(text, out var level) && Enum.IsDefined(level) ? level : null;

    private FormRef FormIn(string text)
    {
        if (text.Split('@') is [var code, var version]
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && new FormRef(code, number) is { CanBe: true } form)
        {
            return form;
        }

        Fault("/form", "Chọn một biểu mẫu.");
        return new FormRef("chua-chon", 1);
    }

    private void Fault(string place, string message) => _faults.Add(new FieldError(place, "unreadable", message));
}
