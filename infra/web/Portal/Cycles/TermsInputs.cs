using System.Globalization;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>Which input of the guided form a fault is about.</summary>
internal static class TermsInputs
{
    /// <summary>Faults that only follow from another instant that could not be read.</summary>
    private static readonly string[] Instants = ["/deadlines", "/closesAt", "/opensAt", "/period"];

    /// <returns>The id of the input; null: there is none on the page.</returns>
    public static string? Of(string place, TypedTerms typed)
    {
        var parts = place.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["title"] => "title",
            ["plan", "number"] or ["plan"] => "plan",
            ["plan", "date"] => "planDate",
            ["form", ..] => "form",
            ["period", "firstDay"] => "firstDay",
            ["period", ..] => "lastDay",
            ["participants", "units", ..] => "units",
            ["participants", "except", ..] => "except",
            ["participants", ..] => "who-everyone",
            ["deadlines", var tier, .. var rest] => Due(tier, rest, typed),
            ["deadlines"] => Due("district", [], typed),
            ["closesAt", .. var rest] => Due("closesAt", rest, typed),
            ["opensAt", "at"] => "opensHour",
            ["opensAt", ..] => "opensDay",
            ["reminders", "days", "remindAfter"] => "remindAfter",
            ["reminders", "at"] => "remindAt",
            ["reminders", ..] => "remindBefore",
            ["approvalsNeeded"] => "approvals",
            ["recipients"] => "recipient-name-0",
            ["recipients", var at, .. var rest] when int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
                $"recipient-{(rest is ["mail"] ? "mail" : "name")}-{TypedTermsReader.RowOf(typed, index)}",
            ["previous"] => "previous",
            ["milestones", var at, .. var rest] when int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
                $"milestone-{MilestoneInput(rest)}-{TypedTermsReader.RowOfMilestone(typed, index)}",
            ["milestones"] => "milestones",
            _ => null,
        };
    }

    /// <summary>What the input of a fault is called, for a list of faults away from their inputs; empty: nothing.</summary>
    public static string NameOf(string place, TypedTerms typed) => Of(place, typed)?.Split('.', '-') switch
    {
        ["title"] => "Tên kỳ báo cáo",
        ["plan"] => "Số kế hoạch",
        ["planDate"] => "Ngày của kế hoạch",
        ["form"] => "Biểu mẫu",
        ["firstDay"] => "Ngày đầu kỳ",
        ["lastDay"] => "Ngày cuối kỳ",
        ["previous"] => "Kỳ trước",
        ["who", ..] => "Ai báo cáo",
        ["units"] => "Đơn vị nêu tên thêm",
        ["except"] => "Trừ các đơn vị",
        ["opensDay"] or ["opensHour"] => "Mở kỳ",
        ["district", _] => "Hạn cấp huyện, khu vực",
        ["province", _] => "Hạn cấp tỉnh",
        ["supreme", _] => "Hạn đơn vị trung ương",
        ["closesAt", _] => "Khóa kỳ",
        ["remindBefore"] or ["remindAfter"] or ["remindAt"] => "Đôn đốc",
        ["approvals"] => "Số lãnh đạo duyệt",
        ["recipient", ..] => "Nơi nhận",
        ["milestone", _, var row] => $"Mốc {int.Parse(row, CultureInfo.InvariantCulture) + 1}",
        ["milestones"] => "Mốc của kế hoạch",
        _ => "",
    };

    /// <summary>What could not be read, and of what the check found, all that does not merely follow from it.</summary>
    public static IReadOnlyList<FieldError> Together(IReadOnlyList<FieldError> unreadable, IReadOnlyList<FieldError> found)
    {
        var instants = unreadable.Any(fault => IsInstant(fault.Place));
        return
        [
            .. unreadable,
            .. found.Where(error => !(instants && IsInstant(error.Place)) && !unreadable.Any(fault =>
                fault.Place.StartsWith(error.Place, StringComparison.Ordinal)
                || error.Place.StartsWith(fault.Place, StringComparison.Ordinal))),
        ];
    }

    private static bool IsInstant(string place) => Instants.Any(instant => place.StartsWith(instant, StringComparison.Ordinal));

    private static string MilestoneInput(string[] rest) => rest switch
    {
        ["on"] => "on",
        ["remindDays", "after"] => "after",
        ["remindDays", ..] => "before",
        ["concerns", ..] => "concerns",
        _ => "name",
    };

    private static string Due(string name, string[] rest, TypedTerms typed) => rest switch
    {
        ["after"] => $"{name}.after",
        ["at"] => $"{name}.hour",
        ["workingDays"] => $"{name}.days",
        _ => typed[$"{name}.how"] == TypedTerms.ByRule ? $"{name}.days" : $"{name}.day",
    };
}
