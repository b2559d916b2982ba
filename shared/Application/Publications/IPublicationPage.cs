using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Writes a publication as a page to read and to print.</summary>
public interface IPublicationPage
{
    /// <param name="form">The version that the publication's report pins.</param>
    /// <returns>UTF-8 HTML in one file. The same publication always gives the same bytes.</returns>
    /// <exception cref="ArgumentException">Another form.</exception>
    ReadOnlyMemory<byte> Render(Publication publication, Form form);

    /// <summary>A sector report as it will stand in its publication, without number and signatures.</summary>
    /// <param name="form">The version that the report pins.</param>
    /// <returns>HTML to stand within another page.</returns>
    string Body(SectorReport report, Sha256 digest, Form form);

    /// <summary>What has changed from one composition of a sector report to the next.</summary>
    /// <returns>HTML to stand within another page.</returns>
    string Changes(SectorReport before, SectorReport after, Form form);

    /// <summary>A page that was frozen, with the notice at its head that another publication has replaced it.</summary>
    ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> page, PublicationEntry newest);
}
