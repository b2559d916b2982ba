using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Why a superior's adjustments are not taken.</summary>
public static class AdjustmentErrors
{
    public static FieldError Outdated { get; } = new(
        "/adjustedOn", "outdated",
        "Số liệu của đơn vị cấp dưới đã thay đổi từ khi điều chỉnh; hãy xem lại số hiện nay, sửa điều chỉnh và lưu lại "
        + "không kèm adjustedOn.");

    public static FieldError Breaks(Rule rule) => new(
        "/adjustments", rule.Code,
        $"Điều chỉnh làm số tổng hợp sai quy tắc: {rule.Message} Hãy điều chỉnh đồng thời các chỉ tiêu liên quan.");

    public static FieldError OutOfBounds(Field field, decimal total) => new(
        "/adjustments", "out-of-range",
        $"Sau điều chỉnh, \"{field.Label}\" của đơn vị và cấp dưới là {FigureText.Of(total)}, ngoài giới hạn mà biểu mẫu cho phép; hãy xem "
        + "lại số điều chỉnh.");
}
