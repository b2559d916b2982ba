using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using VksServerless.Application.People;

namespace VksServerless.Web.Portal.Session;

/// <summary>
/// Keeps the framework's keys where everything else is kept. The framework asks for them rarely, and waits: for a task of its own, because
/// a page that is being rendered lets nothing go on beside it.
/// </summary>
internal sealed class StoredKeys(ISessionKeys keys) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(() => keys.All(CancellationToken.None)).GetAwaiter().GetResult().Select(key => XElement.Parse(key))];

    public void StoreElement(XElement element, string friendlyName) => Task.Run(() => keys.Add(
        new string([.. friendlyName.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')]),
        element.ToString(SaveOptions.DisableFormatting), CancellationToken.None)).GetAwaiter().GetResult();
}
