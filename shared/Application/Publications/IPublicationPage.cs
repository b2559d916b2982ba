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

    /// <summary>A page that was frozen, with the notice at its head that another publication has replaced it.</summary>
    ReadOnlyMemory<byte> Replaced(ReadOnlyMemory<byte> page, PublicationEntry newest);
}
