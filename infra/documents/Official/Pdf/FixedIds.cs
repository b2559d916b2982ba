using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace VksServerless.Documents.Official.Pdf;

/// <summary>
/// Replaces what PDFsharp makes at random (identifiers, tags of embedded typefaces, metadata) with what follows from the content. Nothing
/// changes its length, so the file's table of offsets stays true.
/// </summary>
internal static partial class FixedIds
{
    private const int TagLength = 6;
    private const string End = "<?xpacket end=\"w\"?>";

    public static ReadOnlyMemory<byte> Apply(byte[] pdf, DocumentFacts facts)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var tags = new Dictionary<string, string>();
        text = Tag().Replace(text, found => tags.TryGetValue(found.Value, out var tag) ? tag : tags[found.Value] = TagOf(tags.Count));
        text = Metadata().Replace(text, found => MetadataOf(facts, found.Length));
        text = Identifier().Replace(text, found => new string('0', found.Length));
        var id = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..32];
        return Encoding.Latin1.GetBytes(Identifier().Replace(text, id));
    }

    private static string TagOf(int number) => new string('A', TagLength - 1) + (char)('A' + number) + "+";

    /// <summary>Padded with spaces to the length of what it replaces; PDFsharp would not escape the title.</summary>
    private static string MetadataOf(DocumentFacts facts, int length)
    {
        var at = facts.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var xmp = Packet(SecurityElement.Escape(facts.Title), at);
        var fitting = Encoding.UTF8.GetByteCount(xmp) <= length ? xmp : Packet("", at);
        var bytes = Encoding.UTF8.GetBytes(fitting);
        return Encoding.Latin1.GetString(bytes).Replace(
            End, new string(' ', Math.Max(0, length - bytes.Length)) + End, StringComparison.Ordinal);
    }

    private static string Packet(string title, string at) =>
        "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
        + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>"
        + $"<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>{at}</xmp:CreateDate>"
        + $"<xmp:ModifyDate>{at}</xmp:ModifyDate></rdf:Description></rdf:RDF></x:xmpmeta>{End}";

    [GeneratedRegex(@"(?<=/)[A-Z]{6}\+(?=Tinos)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<\?xpacket begin=.*?<\?xpacket end=""w""\?>", RegexOptions.Singleline)]
    private static partial Regex Metadata();

    /// <summary>The two halves of /ID.</summary>
    [GeneratedRegex(@"(?<=/ID\s*\[\s*(<[0-9A-Fa-f]{32}>\s*)?<)[0-9A-Fa-f]{32}(?=>)")]
    private static partial Regex Identifier();
}
