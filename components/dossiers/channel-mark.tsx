import { Icon, type IconName } from '@/components/ui/icon'
import type { Channel } from '@/lib/dossiers/domain/dossier'
import { channelLabel } from '@/lib/dossiers/wording'

const icon = { desk: 'door-open', online: 'smartphone', post: 'mail', 'national-portal': 'globe' } as const satisfies Record<Channel, IconName>

/** By which door a dossier came in. */
export const ChannelMark = ({ channel }: { channel: Channel }) => (
  <span className="inline-flex items-center gap-1.5 whitespace-nowrap"><Icon name={icon[channel]} size="small" className="text-giay-600" />{channelLabel[channel]}</span>
)
