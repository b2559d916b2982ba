namespace VksServerless.Cycles;

/// <summary>Báo cáo đã ban hành của kỳ đã qua, e.g. 72/BC-VKSTC of 15/01/2025.</summary>
/// <param name="Number">Of the year of its date.</param>
public sealed record ImportedReport(PublicationNumber Number, DateOnly Date)
{
    public override string ToString() => $"Báo cáo số {Number} ngày {Vietnamese.Day(Date)}";
}
