namespace VksServerless.Forms;

/// <summary>What kinds of questions and ways of adding up are called in Vietnamese, within a sentence.</summary>
public static class FormWords
{
    public static string Of(FieldType type) => type switch
    {
        FieldType.Narrative => "văn bản nhiều đoạn",
        FieldType.Text => "một dòng chữ",
        FieldType.Integer => "số nguyên",
        FieldType.Number => "số thập phân",
        FieldType.Money => "số tiền (đồng)",
        FieldType.Percent => "tỷ lệ phần trăm",
        FieldType.YesNo => "có hoặc không",
        FieldType.Choice => "chọn một trong danh sách",
        FieldType.Date => "ngày",
        FieldType.Attachment => "tệp đính kèm",
        _ => "bảng kê",
    };

    public static string Of(AggregationMethod method) => method switch
    {
        AggregationMethod.Sum => "cộng dồn",
        AggregationMethod.Mean => "bình quân",
        AggregationMethod.WeightedMean => "bình quân gia quyền",
        AggregationMethod.Min => "lấy số nhỏ nhất",
        AggregationMethod.Max => "lấy số lớn nhất",
        AggregationMethod.Ratio => "tỷ số của hai tổng",
        AggregationMethod.Tally => "đếm theo lựa chọn",
        AggregationMethod.List => "liệt kê",
        AggregationMethod.Union => "gộp các dòng",
        _ => "không tổng hợp",
    };

    /// <summary>How answers of this type may become one figure.</summary>
    public static IReadOnlyList<AggregationMethod> MethodsFor(FieldType type) => FormCheck.Allowed(type);
}
