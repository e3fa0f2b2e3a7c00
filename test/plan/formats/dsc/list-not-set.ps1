Configuration Teams_Consumer
{
    Import-DscResource -ModuleName 'Microsoft365DSC'
    Node localhost
    {
        TeamsFederationConfiguration Global
        {
            AllowTeamsConsumer        = $false;
            AllowTeamsConsumerInbound = $true;
            Identity                  = "Global";
        }
    }
}
