using VksServerless.Forms;

namespace VksServerless.Web.Portal.Forms;

/// <summary>What two versions of a field say differently, in words.</summary>
internal static class FieldDifference
{
    public static IReadOnlyList<string> Of(Field before, Field after)
    {
        var words = new List<string>();
        Say("tên", before.Label, after.Label);
        Say("kiểu", FormText.Of(before.Type), FormText.Of(after.Type));
        if (before.Type is FieldType.Table earlier && after.Type is FieldType.Table now
            && string.Join('|', earlier.Columns.Select(Written)) != string.Join('|', now.Columns.Select(Written)))
        {
            words.Add("các cột của bảng kê");
        }

        Say("đơn vị tính", before.Measure, after.Measure);
        Say("công thức", before.Formula ?? "", after.Formula ?? "");
        Say("cách tổng hợp", FormWords.Of(before.Aggregation), FormWords.Of(after.Aggregation));
        Tell("hướng dẫn", before.Help == after.Help);
        Tell(after.Required ? "nay bắt buộc" : "nay không bắt buộc", before.Required == after.Required);
        Tell(after.MayNotApply ? "nay nhận “không áp dụng”" : "nay không nhận “không áp dụng”", before.MayNotApply == after.MayNotApply);
        Tell("xếp hạng", before.Ranked == after.Ranked);
        Tell("chi tiết của cách tổng hợp", before.Weight == after.Weight && before.Ratio == after.Ratio
            && Written(before.Grouping) == Written(after.Grouping));
        Tell("cách dùng câu trả lời", (before.Stock, before.Desk, before.Opinion) == (after.Stock, after.Desk, after.Opinion));
        return words.Count == 0 ? ["chi tiết của kiểu"] : words;

        void Say(string what, string was, string became)
        {
            if (was != became)
            {
                words.Add($"{what}: {Quoted(was)} thành {Quoted(became)}");
            }
        }

        void Tell(string what, bool same)
        {
            if (!same)
            {
                words.Add(what);
            }
        }
    }

    private static string Quoted(string text) => text.Length == 0 ? "(không có)" : $"“{text}”";

    private static string Written(Column column) =>
        $"{column.Code} {column.Label} {FormText.Of(column.Type)} {column.Measure} {column.Required} {column.Help}";

    private static string Written(Grouping? grouping) =>
        grouping is null ? "" : $"{string.Join(',', grouping.By)} {string.Join(',', grouping.Sums)} {grouping.NamedBy}";
}
