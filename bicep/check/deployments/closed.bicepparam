// Every switch that neither dev nor prod turns: no entrance from the internet but a gateway, the scheduler, a mail domain of one's own.
using '../../main.bicep'
extends '../../prod.bicepparam'

param publicEntrance = false
param healthAddress = 'https://gateway.vks.example'
param durableBackend = 'scheduler'
param mailDomain = 'vks.example'
param mailDomainVerified = true
