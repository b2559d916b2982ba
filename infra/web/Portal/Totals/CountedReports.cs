using VksServerless.Documents;
using VksServerless.Totals;

namespace VksServerless.Web.Portal.Totals;

/// <summary>Tình hình nộp báo cáo as a sentence.</summary>
public static class CountedReports
{
    public static string Sentence(Completeness of) =>
        $"{Written.Count(of.Received)}/{Written.Count(of.Expected)} đơn vị đã nộp ({Written.WholeShare(of.Received, of.Expected)}): "
        + $"{Written.Count(of.OnTime)} đúng hạn, {Written.Count(of.Late)} muộn; {Written.Count(of.Missing)} đơn vị chưa nộp. "
        + $"Số liệu tính từ {Written.Count(of.Accepted)} báo cáo đã duyệt ({Written.WholeShare(of.Accepted, of.Expected)})."
        + (of.Exempt > 0 ? $" {Written.Count(of.Exempt)} đơn vị được miễn báo cáo." : "");

    public static string Brief(Completeness of) => $"{Written.Count(of.Accepted)}/{Written.Count(of.Expected)}";
}
