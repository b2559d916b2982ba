using VksServerless.Forms;

namespace VksServerless.Totals;

public static class TotalRefusals
{
    public static Refusal BasisUnknown { get; } = new(
        RefusalKind.Malformed, "basis-unknown", "Không rõ lấy số liệu nào",
        "as chỉ nhận accepted (đã duyệt) hoặc submitted (đã nộp); asOf là một thời điểm có múi giờ, ví dụ 2026-03-01T00:00:00+07:00.");

    public static Refusal BreakdownUnknown { get; } = new(
        RefusalKind.Malformed, "breakdown-unknown", "Không phân tổ được như vậy",
        "by chỉ nhận tier (cấp), level (loại đơn vị) hoặc province (tỉnh).");

    public static Refusal LevelUnknown { get; } = new(
        RefusalKind.Malformed, "level-unknown", "Không có loại đơn vị này",
        "level là department, high-level, military, press, school, province hoặc district.");

    public static Refusal NotRanked(FormRef form) => new(
        RefusalKind.NotFound, "field-not-ranked", "Chỉ tiêu không xếp hạng", $"Biểu mẫu {form} không xếp hạng đơn vị theo chỉ tiêu này.");

    public static Refusal NothingToCompare { get; } = new(
        RefusalKind.NotFound, "nothing-to-compare", "Không có kỳ để so sánh",
        "Kỳ báo cáo này không nêu kỳ trước; hãy chọn một kỳ khác đã mở để so sánh.");
}
