namespace VksServerless.Calendars;

/// <summary>How one period follows another.</summary>
public enum Recurrence
{
    /// <summary>Tháng.</summary>
    Month,

    /// <summary>Quý.</summary>
    Quarter,

    /// <summary>06 tháng theo năm dương lịch: 1/1 – 30/6, 1/7 – 31/12.</summary>
    HalfYear,

    /// <summary>Năm dương lịch.</summary>
    Year,

    /// <summary>06 tháng của ngành Kiểm sát: 1/12 – 31/5, 1/6 – 30/11 (QĐ 279/QĐ-VKSTC).</summary>
    ProcuracyHalfYear,

    /// <summary>Năm của ngành Kiểm sát: 1/12 – 30/11 (QĐ 279/QĐ-VKSTC).</summary>
    ProcuracyYear,

    /// <summary>Tháng chốt ngày 14: 15 of the month before – 14 (NĐ 09/2019/NĐ-CP).</summary>
    MidMonth,

    /// <summary>Quý chốt ngày 14.</summary>
    MidQuarter,

    /// <summary>06 tháng chốt ngày 14.</summary>
    MidHalfYear,

    /// <summary>Năm chốt ngày 14/12.</summary>
    MidYear,

    /// <summary>Kỳ tự do: the periods are listed.</summary>
    Given,
}
