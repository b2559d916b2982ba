using PdfSharp.Fonts;

namespace VksServerless.Documents.Official.Fonts;

/// <summary>Gives PDFsharp the embedded faces, whatever family is asked for.</summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    private static readonly Lock Gate = new();

    /// <summary>PDFsharp has one resolver for the whole process and takes it only before the first font is made.</summary>
    public static void Register()
    {
        lock (Gate)
        {
            if (GlobalFontSettings.FontResolver is not EmbeddedFonts)
            {
                GlobalFontSettings.FontResolver = new EmbeddedFonts();
            }
        }
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(Face.Of(isBold, isItalic).Name);

    public byte[] GetFont(string faceName) => Face.Named(faceName).File;
}
