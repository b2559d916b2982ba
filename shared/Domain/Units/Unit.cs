namespace VksServerless.Units;

/// <summary>Đơn vị: a procuracy, department, newspaper, journal or school that reports, is reported to, or both.</summary>
/// <param name="Name">In Vietnamese, as in official documents.</param>
/// <param name="Superior">The unit that it reports to; null only for the sector itself.</param>
/// <param name="Head">Thủ trưởng: name or title of the person answerable; may be empty.</param>
/// <param name="Mails">Where notices go; may be empty.</param>
/// <param name="ValidFrom">First day of its life.</param>
/// <param name="ValidTo">Last day of its life; null while it lives.</param>
public sealed record Unit(
    UnitCode Code,
    string Name,
    UnitLevel Level,
    UnitCode? Superior,
    string Head,
    IReadOnlyList<string> Mails,
    DateOnly ValidFrom,
    DateOnly? ValidTo)
{
    public bool LivesOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public Tier Tier => Level switch
    {
        UnitLevel.District => Tier.District,
        UnitLevel.Province => Tier.Province,
        _ => Tier.Supreme,
    };
}

/// <summary>What kind of unit it is, as the source documents of 2018 to 2024 know them.</summary>
public enum UnitLevel
{
    /// <summary>Viện kiểm sát nhân dân tối cao, the sector itself.</summary>
    Sector,

    /// <summary>Vụ, Cục, Văn phòng, Thanh tra of the supreme procuracy.</summary>
    Department,

    /// <summary>Viện kiểm sát nhân dân cấp cao.</summary>
    HighLevel,

    /// <summary>Viện kiểm sát quân sự.</summary>
    Military,

    /// <summary>Báo, Tạp chí.</summary>
    Press,

    /// <summary>Trường.</summary>
    School,

    /// <summary>Viện kiểm sát nhân dân cấp tỉnh.</summary>
    Province,

    /// <summary>Viện kiểm sát nhân dân cấp huyện.</summary>
    District,
}

/// <summary>Cấp: deadlines are set by tier, districts first.</summary>
public enum Tier
{
    District = 1,
    Province = 2,
    Supreme = 3,
}
