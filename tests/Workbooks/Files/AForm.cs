using VksServerless.Forms;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>A form with every kind of field, also those that no shipped form has yet.</summary>
internal static class AForm
{
    private static readonly Option[] Awkward =
    [
        new("mot", "Đã xong"), new("hai", "Da xong"), new("khac", "Không áp dụng"), new("cong", "=1+1"), new("dai", new string('ơ', 280)),
    ];

    public static FieldType Provinces { get; } = new FieldType.Choice(
        [.. Enumerable.Range(1, 34).Select(number => new Option($"t{number}", $"Tỉnh thứ {number} của nước ta"))]);

    public static Form AllKinds { get; } = new(
        "moi-loai", 1, "Biểu mẫu mọi loại chỉ tiêu",
        [
            new Section("mot", "I", "Các chỉ tiêu", "Hướng dẫn phần I", Audience.Everyone, [.. Plain(""), .. Plain("kad")]),
            new Section(
                "hai", "II", "Bảng [kê]: a/b?", "", Audience.Everyone, [Table("bang"), Table("bang_kad") with { MayNotApply = true }]),
            new Section("ba", "III", "Chỉ một bảng", "", Audience.Everyone, [Table("rieng")]),
        ])
    {
        Rules =
        [
            new Rule("lech", Severity.Query, "so = tien", "Số lệch tiền.", [FieldCode.Of("so"), FieldCode.Of("tien")]),
            new Rule("lech_nua", Severity.Query, "so > 0", "Số bằng 0.", [FieldCode.Of("so")]),
        ],
    };

    private static IEnumerable<Field> Plain(string kind)
    {
        var end = kind.Length > 0 ? $"_{kind}" : "";
        yield return Ask($"so{end}", new FieldType.Integer(-5, 1_000_000));
        yield return Ask($"le{end}", new FieldType.Number(-1000, 1_000_000_000, 6));
        yield return Ask($"tien{end}", new FieldType.Money());
        yield return Ask($"ty_le{end}", new FieldType.Percent());
        yield return Ask($"co{end}", new FieldType.YesNo());
        yield return Ask($"chon{end}", new FieldType.Choice(Awkward));
        yield return Ask($"tinh{end}", Provinces);
        yield return Ask($"ngay{end}", new FieldType.Date());
        yield return Ask($"ma{end}", new FieldType.Text());
        yield return Ask($"bai{end}", new FieldType.Narrative());
        yield return Ask($"tep{end}", new FieldType.Attachment());

        Field Ask(string code, FieldType type) => new(
            FieldCode.Of(code), $"Chỉ tiêu {code}", "", false, type, "cái", AggregationMethod.None)
        {
            MayNotApply = kind.Length > 0,
        };
    }

    private static Field Table(string code) => new(
        FieldCode.Of(code), $"Bảng {code}", "", false,
        new FieldType.Table(
        [
            new Column("ma", "Mã số", new FieldType.Text(), "Ghi mã", Required: true),
            new Column("so", "Số lượng", new FieldType.Integer(), Measure: "cái"),
            new Column("le", "Tỷ trọng", new FieldType.Number(0, 1000, 3)),
            new Column("ngay", "Ngày", new FieldType.Date()),
            new Column("co", "Có không", new FieldType.YesNo()),
            new Column("tinh", "Tỉnh", Provinces),
        ], 40),
        "", AggregationMethod.None);
}
