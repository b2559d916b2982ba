using System.Xml.Linq;

namespace VksServerless.Workbooks.Packages;

/// <summary>Names of the standard (ECMA-376), transitional unless they say strict.</summary>
internal static class Ooxml
{
    public const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string StrictSheets = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    public const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    public const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    public static readonly XNamespace PackageRelation = PackageRelations;
    public static readonly XNamespace ContentType = ContentTypes;
}
