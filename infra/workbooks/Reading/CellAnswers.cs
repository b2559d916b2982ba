using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads a cell as the answer to a question of some type. What could mean two things is asked back.</summary>
internal sealed class CellAnswers(bool countsFrom1904)
{
    private const string ANumber = "Ghi số, ví dụ 1234 hoặc 1.234,5.";
    private const string ADay = "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026.";

    /// <param name="isColumn">Of a table: there every question applies.</param>
    public CellAnswer Read(Cell cell, FieldType type, bool mayNotApply, bool isColumn) => cell switch
    {
        Cell.Blank => CellAnswer.Blank,
        Cell.Error error => CellAnswer.Wrong(
            "error-value", $"Ô đang báo lỗi {error.Code}, không phải là một giá trị. Hãy sửa công thức hoặc nhập giá trị."),
        Cell.Uncalculated => CellAnswer.Wrong(
            "formula-uncalculated",
            "Ô có công thức nhưng chưa có kết quả. Hãy mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc nhập giá trị."),
        Cell.Text text when IsNotApplicable(text.Value, type, mayNotApply, isColumn) =>
            CellAnswer.Of(new JsonObject { ["notApplicable"] = true }),
        _ => type switch
        {
            { Bounds: { } bounds } => Number(cell, bounds, type is FieldType.Percent),
            FieldType.YesNo => YesNo(cell),
            FieldType.Choice choice => Choice(cell, choice),
            FieldType.Date => Day(cell),
            FieldType.Table => CellAnswer.Wrong("wrong-type", $"Ô này chỉ nhận \"{CellWords.NotApplicable}\" hoặc để trống."),
            _ => Text(cell),
        },
    };

    /// <summary>Where it may not apply; elsewhere instead of a number or a day, so that the report's own check says what to do.</summary>
    private static bool IsNotApplicable(string text, FieldType type, bool mayNotApply, bool isColumn) =>
        !isColumn && text.Length < 30 && Plain(text) == Plain(CellWords.NotApplicable)
        && (mayNotApply || type.Bounds is not null || type is FieldType.Date or FieldType.YesNo);

    private static CellAnswer Number(Cell cell, NumericBounds bounds, bool isPercent)
    {
        switch (cell)
        {
            case Cell.Number { Format: NumberFormat.Day }:
                return CellAnswer.Wrong("date-in-number", $"Ô đang có định dạng ngày. {ANumber}");
            case Cell.Number { IsRounded: true }:
                return TooManyDigits;
            case Cell.Number number:
                return CellAnswer.Of(JsonValue.Create(
                    isPercent && number.Format == NumberFormat.Percent ? Exact.Normalise(number.Value * 100) : number.Value));
            case Cell.Text text:
                var typed = TypedNumber.Read(isPercent ? text.Value.TrimEnd('%') : text.Value, bounds);
                return typed.Refusal is { } unreadable ? CellAnswer.Wrong("unreadable", unreadable.Detail)
                    : typed.Value is { } exact ? CellAnswer.Of(JsonValue.Create(Exact.Normalise(exact)))
                    : CellAnswer.Wrong("unreadable", ANumber);
            default:
                return CellAnswer.Wrong("unreadable", ANumber);
        }
    }

    private static CellAnswer YesNo(Cell cell) => cell switch
    {
        Cell.Truth truth => CellAnswer.Of(JsonValue.Create(truth.Value)),
        Cell.Text text when Plain(text.Value) is "co" or "yes" or "true" or "dung" => CellAnswer.Of(JsonValue.Create(true)),
        Cell.Text text when Plain(text.Value) is "khong" or "no" or "false" or "sai" => CellAnswer.Of(JsonValue.Create(false)),
        _ => CellAnswer.Wrong("unreadable", $"Chọn \"{CellWords.Yes}\" hoặc \"{CellWords.No}\"."),
    };

    private static CellAnswer Choice(Cell cell, FieldType.Choice choice)
    {
        var word = cell switch
        {
            Cell.Text text => text.Value,
            Cell.Number { Format: not NumberFormat.Day } number => number.Value.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
        return OptionWords.Find(choice, word) is { } option
            ? CellAnswer.Of(JsonValue.Create(option.Code))
            : CellAnswer.Wrong("not-an-option", $"Không có lựa chọn này hoặc không rõ là lựa chọn nào. {OptionWords.Offered(choice)}");
    }

    private CellAnswer Day(Cell cell) => cell switch
    {
        Cell.Number { Format: NumberFormat.Day } number when SerialDay.TryRead(number.Value, countsFrom1904, out var day) => Of(day),
        Cell.Number { Format: NumberFormat.Other, Value: var digits }
            when TypedDay.TryRead(digits.ToString("00000000", CultureInfo.InvariantCulture), out var day) => Of(day),
        Cell.Day iso when iso.Value.Length >= 10 && TypedDay.TryRead(iso.Value[..10], out var day) => Of(day),
        Cell.Text text when TypedDay.TryRead(text.Value.Normalize(NormalizationForm.FormKC), out var day) => Of(day),
        _ => CellAnswer.Wrong("unreadable", ADay),
    };

    private static CellAnswer Text(Cell cell) => cell switch
    {
        Cell.Text text => CellAnswer.Of(JsonValue.Create(text.Value)),
        Cell.Number { Format: NumberFormat.Day } or Cell.Day => CellAnswer.Wrong(
            "date-in-text",
            "Excel đã đổi nội dung thành ngày, ví dụ 1-2 thành ngày 1 tháng 2. Hãy định dạng ô là Text (Văn bản) rồi gõ lại."),
        Cell.Number { IsRounded: true } => TooManyDigits,
        Cell.Number number => CellAnswer.Of(JsonValue.Create(number.Value.ToString(CultureInfo.InvariantCulture))),
        _ => CellAnswer.Wrong("unreadable", "Ghi nội dung bằng chữ."),
    };

    private static CellAnswer TooManyDigits { get; } = CellAnswer.Wrong(
        "too-many-digits", "Excel chỉ giữ 15 chữ số nên các chữ số cuối đã sai. Hãy định dạng ô là Text (Văn bản) rồi gõ lại số này.");

    private static CellAnswer Of(DateOnly day) => CellAnswer.Of(JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static string Plain(string text) => Search.Plain(text.Normalize(NormalizationForm.FormKC));
}
