using System.Text;
using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

/// <summary>A small form of a month's cases with something of everything that can be asked.</summary>
internal static class AMonthlyForm
{
    private const string Whole = """
        {
          "code": "an-thang", "version": 1, "title": "Án tháng", "nilReturn": true,
          "sections": [{ "code": "so_lieu", "number": "I", "title": "Số liệu", "fields": [
            { "code": "ton_dau", "label": "Tồn đầu kỳ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "moi", "label": "Thụ lý mới", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "xong", "label": "Đã giải quyết", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "ton_cuoi", "label": "Tồn cuối kỳ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "ty_le", "label": "Tỷ lệ", "type": { "kind": "percent" }, "aggregation": "ratio", "numerator": "xong", "denominator": "moi" },
            { "code": "phuc_tap", "label": "Vụ phức tạp", "type": { "kind": "integer" }, "mayNotApply": true, "aggregation": "max" },
            { "code": "loai", "label": "Loại", "type": { "kind": "choice", "options": [{ "code": "a", "label": "A" }, { "code": "b", "label": "B" }] }, "aggregation": "tally" },
            { "code": "vu", "label": "Các vụ", "aggregation": "union", "groupBy": ["nhom"], "sums": ["bi_can"], "type": { "kind": "table", "maxRows": 3, "columns": [
              { "code": "ten", "label": "Tên", "type": { "kind": "text" }, "required": true },
              { "code": "nhom", "label": "Nhóm", "type": { "kind": "choice", "options": [{ "code": "x", "label": "X" }, { "code": "y", "label": "Y" }] } },
              { "code": "bi_can", "label": "Bị can", "type": { "kind": "integer" } }] } }
          ] }],
          "rules": [
            { "code": "can_doi", "severity": "error", "holds": "ton_dau + moi - xong = ton_cuoi", "message": "Không cân đối.", "fields": ["ton_cuoi"] },
            { "code": "bien_dong", "severity": "query", "holds": "abs(moi - previous(moi)) <= 0.5 * previous(moi)", "message": "Tăng giảm quá 50 %.", "fields": ["moi"] },
            { "code": "it_xong", "severity": "query", "holds": "loai <> 'b' or xong * 4 >= moi", "message": "Giải quyết quá ít.", "fields": ["xong"] },
            { "code": "khac_thuong", "severity": "query", "holds": "abs(peer_score(moi)) <= 3.5", "message": "Khác các đơn vị cùng cấp.", "fields": ["moi"] }
          ]
        }
        """;

    public static Form Form { get; } = FormCatalogue.Read(new MemoryStream(Encoding.UTF8.GetBytes(Whole)));

    public static ReportReader Reader() => new(Form, UnitCode.Of("T84"), UnitLevel.Province, consolidates: false);

    public static Outcome<ReportContent> Read(string sent) => Read(Reader(), sent);

    public static Outcome<ReportContent> Read(ReportReader reader, string sent)
    {
        using var document = JsonDocument.Parse(sent);
        return reader.Read(document.RootElement);
    }

    /// <summary>What a report that balances is checked to be.</summary>
    public static CheckedReport Checked(string sent, Background? background = null, params Explanation[] before)
    {
        var reader = Reader();
        return CheckedReport.Of(Form, reader, Read(reader, sent).Value, background ?? Background.None, before);
    }

    public static string Cases(int moi, int xong, string explanations = "") =>
        $$"""{ "answers": { "ton_dau": 10, "moi": {{moi}}, "xong": {{xong}}, "ton_cuoi": {{10 + moi - xong}} }, "explanations": [{{explanations}}] }""";

    public static Background After(int moi) =>
        Background.None with { Previous = new Answers(new Dictionary<string, Answer> { ["moi"] = new Answer.Number(moi) }) };
}
