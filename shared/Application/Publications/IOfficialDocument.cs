using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>
/// Văn bản hành chính: the sector report as an official document, laid out as NĐ 30/2020/NĐ-CP has it. The same input always gives the
/// same bytes.
/// </summary>
public interface IOfficialDocument
{
    /// <param name="form">The version that the report pins.</param>
    /// <returns>A Word document with real styles and headings, for editors to go on with.</returns>
    /// <exception cref="ArgumentException">Another form.</exception>
    ReadOnlyMemory<byte> Docx(OfficialReport report, Form form, SigningDetails signing);

    /// <param name="form">The version that the report pins.</param>
    /// <returns>A PDF with embedded typefaces, bookmarks, title and language.</returns>
    /// <exception cref="ArgumentException">Another form.</exception>
    ReadOnlyMemory<byte> Pdf(OfficialReport report, Form form, SigningDetails signing);
}
