using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>Judges what an archive says that it contains, and what its parts refer to.</summary>
internal static class PackageContents
{
    private static readonly string[] Active =
        ["macroEnabled", "vbaProject", "macrosheet", "activeX", "oleObject", "vbaData", "dialogsheet", "vnd.ms-office.legacyDiagramText"];

    /// <summary>Addresses that a cell shows, and workbooks that formulas name: neither is ever followed.</summary>
    private static readonly string[] Harmless = ["/hyperlink", "/externalLinkPath", "/xlExternalLinkPath/xlPathMissing"];

    public static Refusal? RefusalOf(WorkbookPackage package) =>
        package.Has("Index/Document.iwa") || package.Has("Index.zip") ? WorkbookRefusals.Numbers
        : package.Has("mimetype") && package.Has("content.xml") ? WorkbookRefusals.OpenDocument
        : !package.Has("[Content_Types].xml") ? WorkbookRefusals.NotAWorkbook
        : package.Entries.Count() > Limits.Entries ? WorkbookRefusals.Unsafe
        : package.Entries.Any(entry => entry.IsEncrypted) ? WorkbookRefusals.Protected
        : OfTypes(package) ?? OfRelations(package);

    private static Refusal? OfTypes(WorkbookPackage package)
    {
        var (isWorkbook, isBinary) = (false, false);
        using var types = package.Read("[Content_Types].xml");
        while (types.ReadTag())
        {
            var type = types.IsStart ? types.Attribute("ContentType") ?? "" : "";
            isWorkbook |= type.EndsWith("spreadsheetml.sheet.main+xml", StringComparison.OrdinalIgnoreCase);
            isBinary |= type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase);
            if (Active.Any(active => type.Contains(active, StringComparison.OrdinalIgnoreCase)))
            {
                return WorkbookRefusals.Active("macro hoặc đối tượng nhúng");
            }
        }

        return isWorkbook ? null : isBinary ? WorkbookRefusals.BinaryExcel : WorkbookRefusals.NotAWorkbook;
    }

    private static Refusal? OfRelations(WorkbookPackage package)
    {
        foreach (var part in package.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var relations = new PartReader(package.Inflate(part.FullName, Limits.TreeBytes));
            while (relations.ReadTag())
            {
                var type = relations.IsStart ? relations.Attribute("Type") ?? "" : "";
                if (relations.IsStart && relations.Attribute("TargetMode") == "External"
                    && !Harmless.Any(harmless => type.EndsWith(harmless, StringComparison.OrdinalIgnoreCase)))
                {
                    return WorkbookRefusals.Active("liên kết tự mở ra ngoài tệp");
                }

                if (Active.Any(active => type.Contains(active, StringComparison.OrdinalIgnoreCase)))
                {
                    return WorkbookRefusals.Active("macro hoặc đối tượng nhúng");
                }
            }
        }

        return null;
    }
}
