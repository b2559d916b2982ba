using VksServerless.Reports;

namespace VksServerless.Application.Reports.Inspecting;

/// <summary>
/// Looks at a file while it passes, and says at its end whether it may stay. One for each kind of file that can do something.
/// </summary>
public interface IInspection
{
    /// <summary>Told every byte once, in order.</summary>
    void Pass(ReadOnlySpan<byte> bytes);

    /// <returns>Null when nothing speaks against the file.</returns>
    Refusal? Verdict();

    /// <returns>Null for kinds that can do nothing, such as images.</returns>
    static IInspection? Of(string mediaType) => AttachmentRules.ContainerOf(mediaType) switch
    {
        FileContainer.Pdf => new PdfInspection(),
        FileContainer.Zip => new ZipInspection(isDocument: false),
        FileContainer.OfficeDocument => new ZipInspection(isDocument: true),
        _ => null,
    };
}
