using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Reports;

namespace VksServerless.Documents.Publications;

/// <summary>What was handed out with the cycle, with what tells it from any other file.</summary>
internal sealed record DocumentView(string Kind, string FileName, string At, string Sha256)
{
    public static DocumentView Of(CycleDocument document) => new(
        document.Kind switch
        {
            DocumentKind.Plan => "Kế hoạch",
            DocumentKind.Draft => "Dự thảo lấy ý kiến",
            _ => "Tài liệu khác",
        },
        document.FileName,
        CycleRefusals.Text(document.At),
        document.Sha256.ToString());
}
